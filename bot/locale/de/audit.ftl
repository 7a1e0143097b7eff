# Was das Protokoll von einer Änderung sagt, nach dem Namen dessen, der sie machte; ohne Satz hier stehen ihre Begriffe da.

audit-digest-correct = Digest { $target } berichtigt
audit-quote-hide = ein Zitat herausgenommen ({ $target })
audit-quote-keep-out = ein Zitat draußen gelassen ({ $target })
audit-quote-put-back = ein Zitat wieder eingesetzt ({ $target })
audit-route-confirm = bestätigt, dass in { $target } trotzdem gepostet wird
audit-route-move = { $target } unter neuer Kennung übernommen
audit-route-off = in { $target } wird nichts mehr gepostet
audit-route-on = in { $target } wird wieder gepostet
audit-win-answered = zu Glanzleistung { $target } haben alle geantwortet
audit-win-celebrate = Glanzleistung { $target } gefeiert
audit-win-join = sich der Glanzleistung { $target } angeschlossen
audit-win-take-in = Glanzleistung { $target } in einen Digest aufgenommen
audit-win-unanswered = Glanzleistung { $target } geschlossen: nicht alle haben geantwortet

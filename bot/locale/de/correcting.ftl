# Berichtigungen: das Formular der Redaktion und was im Kanal steht.

correct-heading = Berichtigung
correct-line = { $part }: { $sentence }
correct-foot = Das Gepostete bleibt, wie es war; hier steht, was richtig ist.
correct-footer = Berichtigt am { $day }: siehe Thread.

correct-title = Digest berichtigen
correct-submit = Berichtigung posten
correct-open = Berichtigen
correct-open-this = { $name } berichtigen
correct-home = Zuletzt gepostet
correct-digest = { $title }, KW { $week }
correct-what = Gepostete Zahlen und Worte bleiben, wie sie sind. Der Satz wird im Thread als Berichtigung gepostet, und die Fußzeile des Digests weist darauf hin.
correct-which = Welcher Digest?
correct-part = Was war falsch?
correct-part-number = Eine Zahl
correct-part-verdict = Der Befund
correct-part-theme = Ein Thema
correct-part-quote = Ein Zitat
correct-part-other = Etwas anderes
correct-sentence = Was war falsch, und was ist richtig?
correct-sentence-hint = Ein Satz, der für sich allein steht. Ein Zitat lässt sich über sein Menü in der Nachricht herausnehmen.
correct-none = Es ist kein Digest gepostet, der sich berichtigen ließe.
correct-done = Die Berichtigung steht im Thread.
correct-not-yours = Berichtigen kann nur die Redaktion.
correct-faster = Jemand war schneller und hat diesen Digest inzwischen berichtigt. Bitte nachlesen und das Formular neu öffnen.
correct-not-posted = Dieser Digest steht in keinem Kanal, es gibt also nichts zu berichtigen.
correct-empty = Bitte sagen, was falsch war und was richtig ist.

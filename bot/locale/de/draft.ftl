# Der Entwurf der Kuratierenden: was der Digest über seine Bearbeitung sagt.

draft-verdict-quiet-held = Abgesehen von { $count ->
    [one] dem zurückgehaltenen Thema
   *[other] { $count } zurückgehaltenen Themen
} bewegte sich nichts über das Übliche hinaus.
draft-verdict-persistent-held = Abgesehen von Zurückgehaltenem bewegte sich nichts; { $theme }: { $nth } Woche, { $count ->
    [one] { $count } Gespräch
   *[other] { $count } Gespräche
}{ $why ->
    [unowned] , noch niemand zuständig
    [overdue] ; das Zugesagte ist überfällig
   *[other] { "" }
}.
draft-footer-short = Kurzausgabe: Niemand konnte sie vorher ansehen, deshalb ohne Bitte, ohne Glanzleistung und ohne Blindziehung.
draft-footer-edited = Bearbeitet von { $names }.
draft-footer-held = { $count ->
    [one] { $count } Thema zurückgehalten.
   *[other] { $count } Themen zurückgehalten.
}
draft-footer-replies = Antworten erreichen nie die Kunden.
draft-held-name = zurückgehalten
draft-method-passed = { $count ->
    [one] Eine zuvor gezogene Stimme wurde bei der Durchsicht herausgenommen;
   *[other] { $count } zuvor gezogene Stimmen wurden bei der Durchsicht herausgenommen;
} gezeigt wird die nächste in derselben Reihenfolge.

home-hello = *Was Kundinnen und Kunden wirklich gesagt haben* und was Sie hier betrifft. Nur Sie sehen diese Seite.
home-news = Stimmen der Kundschaft
home-next = *{ $title }* { $channel }: das nächste Mal am { $moment }.
home-off = *{ $title }* { $channel }: Dort lässt sich zurzeit nichts posten; die Admins wissen Bescheid.
home-shadow = *{ $title }* { $channel }: In den ersten Wochen sieht nur die Redaktion die Ausgabe, das nächste Mal am { $moment }; danach kommt sie in den Kanal.
home-last = { $week } sagte: { $verdict }
home-none-yet = Bisher wurde nichts gepostet.
home-no-edition = Sie sind in keinem Kanal, der die Stimmen der Kundschaft bekommt. Wer Ihren Bereich leitet, kann Ihnen sagen, wo sie stehen.
home-editions-more = { $count ->
    [one] Eine weitere Ausgabe erscheint
   *[other] { $count } weitere Ausgaben erscheinen
} in Kanälen, die Sie lesen können.
home-more = Es gibt mehr, als auf diese Seite passt.
home-later = Gerade nicht verfügbar
home-later-why = Etwas ließ sich im Moment nicht lesen. Bitte öffnen Sie diese Seite in einer Minute noch einmal.
area-gone = Diesen Bereich gibt es nicht mehr. Bitte öffnen Sie die Seite noch einmal.
set-in-environment = Das ist in der Umgebung des Servers festgelegt und lässt sich nur dort ändern.

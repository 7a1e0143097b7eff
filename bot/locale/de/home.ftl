home-hello = *Was Kundinnen und Kunden wirklich gesagt haben* und was Sie hier betrifft. Nur Sie sehen diese Seite.
home-more = Es gibt mehr, als auf diese Seite passt.
home-later = Gerade nicht verfügbar
home-later-why = Etwas ließ sich im Moment nicht lesen. Bitte öffnen Sie diese Seite in einer Minute noch einmal.
area-gone = Diesen Bereich gibt es nicht mehr. Bitte öffnen Sie die Seite noch einmal.
set-in-environment = Das ist in der Umgebung des Servers festgelegt und lässt sich nur dort ändern.

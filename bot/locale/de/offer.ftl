# Zehn Minuten mit einem Kunden: der Platz im Digest, private Angebote, Formulare, der Rückblick.

offer-title = Zehn Minuten mit einem Kunden
offer-read = Ein ganzes Gespräch zu { $theme } lesen, geschwärzt.
offer-call = Jemand ist mit einem Rückruf zu { $theme } einverstanden.
offer-listen = Im Support ist ein Platz zum Mithören frei, zu { $theme }. Der Kunde erfährt davon.
offer-take = Übernehme ich
offer-open = Lesen

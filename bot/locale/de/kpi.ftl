# Zahlen, auf die es ankommt. Eine Veränderung steht nur da, wo sie mehr ist als Rauschen.

kpi-title = Zahlen, letzte { $days } Tage
kpi-csat = CSAT
kpi-nps = NPS
kpi-time-to-resolution = Zeit bis zur Lösung
kpi-reopened = Wieder geöffnet
kpi-on-scale = { $kpi } ({ $scale })
kpi-basis = { $unit ->
    [solved] { $n } gelöst
   *[answers] { $n ->
        [one] { $n } Antwort
       *[other] { $n } Antworten
    }
}
kpi-value = { $value }, { $basis }
kpi-too-few = zu wenige Antworten ({ $n })
kpi-unmoved = Unverändert: { $kpis }
kpi-up = ↑ gestiegen um { $by }
kpi-down = ↓ gesunken um { $by }
kpi-points = { $n ->
    [one] { $n } Punkt
   *[other] { $n } Punkte
}
kpi-points-part = { $n } Punkte

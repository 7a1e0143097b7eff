# Numbers that count. A change is named only where it is outside its noise.

kpi-title = Numbers, last { $days } days
kpi-csat = CSAT
kpi-nps = NPS
kpi-time-to-resolution = Time to resolution
kpi-reopened = Reopened
kpi-on-scale = { $kpi } ({ $scale })
kpi-basis = { $unit ->
    [solved] { $n } solved
   *[answers] { $n ->
        [one] { $n } answer
       *[other] { $n } answers
    }
}
kpi-value = { $value }, { $basis }
kpi-too-few = too few answers ({ $n })
kpi-unmoved = Unchanged: { $kpis }
kpi-up = ↑ up { $by }
kpi-down = ↓ down { $by }
kpi-points = { $n ->
    [one] { $n } point
   *[other] { $n } points
}
kpi-points-part = { $n } points

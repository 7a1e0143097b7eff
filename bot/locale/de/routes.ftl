# Was Admins über Kanäle, das Token und Menschen erfahren, die gegangen sind.

route-letter = { $code ->
    [none] In { $channel } lässt sich wieder posten. Was weniger als zwei Tage gewartet hat, geht von selbst hinaus.
    [not_in_channel] Voxpop ist nicht mehr in { $channel }, deshalb wird dort nichts gepostet. Die Einstellungen bleiben. So geht es weiter: dort /invite @Voxpop eingeben, dann kommt es von selbst zurück. Andere Kanäle sind nicht betroffen.
    [is_archived] { $channel } wurde archiviert, deshalb wird dort nichts gepostet. Die Einstellungen bleiben. So geht es weiter: den Kanal wieder öffnen und Voxpop einladen, dann kommt es von selbst zurück; oder in den Einstellungen einen anderen Kanal wählen. Andere Kanäle sind nicht betroffen.
    [channel_not_found] { $channel } wurde gelöscht, oder Voxpop sieht ihn nicht mehr, deshalb wird dort nichts gepostet. Die Einstellungen bleiben. So geht es weiter: in den Einstellungen einen anderen Kanal wählen oder Voxpop einladen, falls er privat ist. Andere Kanäle sind nicht betroffen.
    [shared] { $channel } wird jetzt mit einem anderen Unternehmen geteilt. Dort wird nichts gepostet, bis zwei Admins es erlauben, denn Menschen von außerhalb würden es lesen. Andere Kanäle sind nicht betroffen.
   *[other] In { $channel } lässt sich nichts posten ({ $code }). Die Einstellungen bleiben, und andere Kanäle sind nicht betroffen.
}
route-confirm = Trotzdem dort posten
route-confirm-sure = Menschen eines anderen Unternehmens lesen, was in diesem Kanal gepostet wird, auch die Worte von Kunden.
route-confirmed = In { $channel } wird trotzdem gepostet, obwohl ein anderes Unternehmen mitliest.
route-asked = { $user } möchte, dass Voxpop in { $channel } trotzdem postet, obwohl ein anderes Unternehmen mitliest. Dafür braucht es zwei Admins; bevor noch jemand zustimmt, wird dort nichts gepostet.
route-waits = Ein zweiter Admin muss zustimmen, dass dort gepostet wird, obwohl ein anderes Unternehmen mitliest. Die anderen sind gefragt.
route-alone = Dafür braucht es einen zweiten Admin, und es gibt keinen. Bitte in `/voice einrichten` jemanden benennen oder das Teilen des Kanals beenden.
route-not-yours = Darüber kann nur ein Admin entscheiden.
route-faster = Das hat sich inzwischen geändert: Jemand war schneller, oder der Kanal wird nicht mehr geteilt.
route-moved = Slack hat { $channel } eine andere ID gegeben, und Voxpop ist ihr gefolgt. In der Umgebung steht noch { $old }: Bitte dort vor dem nächsten Start { $new } eintragen.
route-left = { $user } wurde in Slack deaktiviert und ist hier verantwortlich für:
route-left-what = Bitte an jemand anderen geben: mit `/voice einrichten`, oder in der Umgebung, wo es dort steht. Bis dahin springen Stellvertretungen und die Zuständigen der Ausgaben ein; gibt es keine, kann jeder Admin eine offene Frage beantworten, und ist eine Zusage fällig, werden die Admins gefragt, was daraus geworden ist.
route-held-role-admin = die Rolle Admin
route-held-role-curator = die Rolle in der Redaktion
route-held-role-observer = die Rolle zum Beobachten
route-held-ask = die offene Frage „{ $name }“
route-held-commitment = die Zusage „{ $name }“
route-held-leader = den Bereich { $name }, als Leitung
route-held-deputy = den Bereich { $name }, als Stellvertretung
route-held-theme = das Thema { $name }
route-held-promise = das Versprechen „{ $name }“
route-held-edition = *{ $name }*, wenn sonst niemand zuständig ist

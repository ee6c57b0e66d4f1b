### Raport w Excelu: nazwy arkuszy, nagłówki, zdania, definicje. Klucze story- służą też terminalowi i obrazom.

## Arkusze

sheet-summary = Podsumowanie
sheet-to-do = Do zrobienia
sheet-period = Co się zmieniło
sheet-trend = Tydzień po tygodniu
sheet-funnel = Lejek
sheet-first-contact = Pierwszy kontakt
sheet-follow-up = Follow-up
sheet-stalled = Zatrzymane
sheet-time-in-stage = Czas na etapach
sheet-losses = Przegrane
sheet-forecast = Prognoza
sheet-plans = Plan i terminy
sheet-sellers = Handlowcy
sheet-sources = Źródła
sheet-quality = Jakość danych
sheet-deals = Szanse
sheet-about = O raporcie

missing-funnel = żadna szansa nie weszła na pierwszy etap lejka
missing-period = żadna komórka nie mówi, kiedy co się stało
missing-trend = nie ma trzech tygodni z datami
missing-stalled = nie ma otwartych ani odłożonych szans
missing-time-in-stage = żaden pobyt na etapie nie ma dat
missing-losses = przy żadnej przegranej szansie nie ma powodu
missing-plans = nikt nie podał planu sprzedaży i żaden arkusz nie mówi o wcześniejszym terminie zamknięcia
missing-sellers = w żadnym arkuszu nie ma opiekunów szans
missing-sources = w żadnym arkuszu nie ma źródeł ani kampanii
missing-deals = nie ma żadnej szansy

## Wspólne

as-of = stan na { $moment }
page-of-pages = strona &P z &N
definitions = Co znaczą liczby
currency-unstated = nie podano
yes = tak
no = nie
too-early = za wcześnie
too-few = n < 10
no-times = brak godzin w arkuszu
list-empty = Nie ma takich szans.
source-row = Wiersz źródłowy
verdict-too-young = { $verdict } (za świeże, by liczyć)

## Wnioski

story-lost-most = Najwięcej szans odpada po etapie „{ $stage }”: { $lost } z { $of }
story-lost-at-least = Najwięcej szans odpada po etapie „{ $stage }”: co najmniej { $lost } z { $of }
story-no-contact = { $count ->
    [one] { $count } zapytanie czeka na pierwszy kontakt dłużej niż { $limit } w dni robocze: już { $longest }
    [few] { $count } zapytania czekają na pierwszy kontakt dłużej niż { $limit } w dni robocze, najdłużej { $longest }
   *[other] { $count } zapytań czeka na pierwszy kontakt dłużej niż { $limit } w dni robocze, najdłużej { $longest }
}
story-no-follow-up = { $count ->
    [one] { $count } oferta czeka na follow-up dłużej niż { $limit } w dni robocze: już { $longest }
    [few] { $count } oferty czekają na follow-up dłużej niż { $limit } w dni robocze, najdłużej { $longest }
   *[other] { $count } ofert czeka na follow-up dłużej niż { $limit } w dni robocze, najdłużej { $longest }
}
story-stalled = { $count ->
    [one] { $count } szansa stoi ponad limit swojego etapu („{ $stage }”)
    [few] { $count } szanse stoją ponad limit swojego etapu, najwięcej na etapie „{ $stage }”: { $here }
   *[other] { $count } szans stoi ponad limit swojego etapu, najwięcej na etapie „{ $stage }”: { $here }
}
story-stalled-spread = { $count ->
    [one] { $count } szansa stoi ponad limit swojego etapu
    [few] { $count } szanse stoją ponad limit swojego etapu
   *[other] { $count } szans stoi ponad limit swojego etapu
}
story-deferred-due = { $count ->
    [one] { $count } odłożona szansa czeka na powrót do klienta
    [few] { $count } odłożone szanse czekają na powrót do klienta
   *[other] { $count } odłożonych szans czeka na powrót do klienta
}
story-overdue-next-step = { $count ->
    [one] W { $count } szansie minął termin następnego kroku
   *[other] W { $count } szansach minął termin następnego kroku
}
story-close-date-passed = { $count ->
    [one] W { $count } otwartej szansie minęła planowana data zamknięcia
   *[other] W { $count } otwartych szansach minęła planowana data zamknięcia
}
story-no-next-step = { $count ->
    [one] { $count } otwarta szansa nie ma następnego kroku
    [few] { $count } otwarte szanse nie mają następnego kroku
   *[other] { $count } otwartych szans nie ma następnego kroku
}
story-at-stake = { $sentence } – wartość { $value }
story-lost-without = { $sentence }; po { $count } z nich nikt nie wrócił w terminie
story-source = Źródło „{ $source }” daje { $deals } szans, ale { $sales } wartości sprzedaży
story-nothing-shown = Arkusz nie pokazuje nic pilnego, ale nie wszystko da się z niego odczytać
story-nothing-urgent = Nic pilnego: nikt nie czeka ponad termin i żadna szansa nie stoi

story-unsaid-first-contact = jak szybko dzwonimy do klientów: { $why }
story-unsaid-follow-up = jak szybko wracamy po ofercie: { $why }
story-unsaid-first-contact-minutes = czy dzwonimy w ciągu godziny: w datach nie ma godzin
story-unsaid-first-contact-hours = { $count ->
    [one] godzin pierwszego kontaktu: w datach nie ma godzin, więc dla { $count } zapytania nie da się ustalić, czy kontakt był w { $limit }
   *[other] godzin pierwszego kontaktu: w datach nie ma godzin, więc dla { $count } zapytań nie da się ustalić, czy kontakt był w { $limit }
}
story-unsaid-first-contact-copies = { $count ->
    [one] czy { $count } zapytanie miało kontakt w { $limit }: z kopii wiadomo tylko, między którymi dwiema był
    [few] czy { $count } zapytania miały kontakt w { $limit }: z kopii wiadomo tylko, między którymi dwiema był
   *[other] czy { $count } zapytań miało kontakt w { $limit }: z kopii wiadomo tylko, między którymi dwiema był
}
story-unsaid-first-contact-some = { $count ->
    [one] czy { $count } zapytanie miało kontakt w { $limit }: jego daty tego nie rozstrzygają
    [few] czy { $count } zapytania miały kontakt w { $limit }: ich daty tego nie rozstrzygają
   *[other] czy { $count } zapytań miało kontakt w { $limit }: ich daty tego nie rozstrzygają
}
story-unsaid-follow-up-hours = { $count ->
    [one] godzin follow-upu: w datach nie ma godzin, więc dla { $count } oferty nie da się ustalić, czy był w { $limit }
   *[other] godzin follow-upu: w datach nie ma godzin, więc dla { $count } ofert nie da się ustalić, czy był w { $limit }
}
story-unsaid-follow-up-copies = { $count ->
    [one] czy { $count } oferta miała follow-up w { $limit }: z kopii wiadomo tylko, między którymi dwiema był
    [few] czy { $count } oferty miały follow-up w { $limit }: z kopii wiadomo tylko, między którymi dwiema był
   *[other] czy { $count } ofert miało follow-up w { $limit }: z kopii wiadomo tylko, między którymi dwiema był
}
story-unsaid-follow-up-some = { $count ->
    [one] czy { $count } oferta miała follow-up w { $limit }: jej daty tego nie rozstrzygają
    [few] czy { $count } oferty miały follow-up w { $limit }: ich daty tego nie rozstrzygają
   *[other] czy { $count } ofert miało follow-up w { $limit }: ich daty tego nie rozstrzygają
}
story-unsaid-losses = { $count ->
    [one] na którym etapie odpadła { $count } przegrana szansa: arkusz tego nie zachował
    [few] na którym etapie odpadły { $count } przegrane szanse: arkusz tego nie zachował
   *[other] na którym etapie odpadło { $count } przegranych szans: arkusz tego nie zachował
}
story-unsaid-age = { $count ->
    [one] od kiedy { $count } otwarta szansa jest na swoim etapie: brak daty
    [few] od kiedy { $count } otwarte szanse są na swoim etapie: brak dat
   *[other] od kiedy { $count } otwartych szans jest na swoim etapie: brak dat
}
story-unsaid-values = { $count ->
    [one] ile jest warta { $count } szansa: brak kwoty
    [few] ile są warte { $count } szanse: brak kwot
   *[other] ile jest wartych { $count } szans: brak kwot
}
story-unsaid-forecast = ile zostanie wygrane: { $why }
story-unsaid-currency = w jakiej walucie są kwoty: arkusz jej nie podaje

## Podsumowanie

summary-title = Lejek sprzedaży
summary-against = teraz: { $from } – { $to }, ▲▼ względem { $before_from } – { $before_to }
since-came-in = teraz nowe { $count } ({ $change })
since-won = teraz wygrane { $count } ({ $change })
since-kept = teraz { $now } (było { $then })
since-forecast = { $weeks } tyg.: { $low } – { $high }, 8 na 10
summary-files = { $files } i { $count ->
    [one] { $count } inny plik
    [few] { $count } inne pliki
   *[other] { $count } innych plików
}
summary-skipped = { $count ->
    [one] { $count } wiersz pominięty – zob. Jakość danych
    [few] { $count } wiersze pominięte – zob. Jakość danych
   *[other] { $count } wierszy pominiętych – zob. Jakość danych
}
summary-deals = { $count ->
    [one] szansa w arkuszu
    [few] szanse w arkuszu
   *[other] szans w arkuszu
}
summary-deals-note = otwarte { $open }, odłożone { $deferred }, przegrane { $lost }
summary-first-contact = pierwszy kontakt w { $limit }
summary-first-contact-unknown = pierwszy kontakt
summary-follow-up = follow-up w { $limit }
summary-follow-up-unknown = follow-up po ofercie
summary-promise-note = dotrzymano { $met } z { $count }
summary-promise-note-range = dotrzymano { $met } z { $count }; { $open } nie da się ustalić
summary-won = { $count ->
    [one] wygrana
    [few] wygrane
   *[other] wygranych
}
summary-won-note = z zapytania do wygranej: { $share }
summary-stalled = { $count ->
    [one] stoi ponad limit etapu
    [few] stoją ponad limit etapu
   *[other] stoi ponad limit etapu
}
summary-stalled-unknown = nie wiadomo, od kiedy szanse są na swoich etapach
summary-stalled-undated = { $count } bez daty wejścia na etap
summary-stalled-note = { $count ->
    [one] z { $count } otwartej lub odłożonej
   *[other] z { $count } otwartych i odłożonych
}
summary-open = w otwartych szansach
summary-open-count = otwartych szans
summary-open-note = { $count ->
    [one] { $count } szansa, kwota bez wagi
    [few] { $count } szanse, kwoty bez wag
   *[other] { $count } szans, kwoty bez wag
}
summary-other-currencies = poza tym { $sums }
summary-currency-unstated = waluty nie podano
summary-funnel-title = Ile szans doszło do każdego etapu
summary-story-title = Co z tego wynika
summary-unsaid-title = Czego nie da się powiedzieć
summary-closing = Liczby i sumy są formułami na arkuszu Szanse; każda szansa ma tam plik, arkusz i wiersz źródła.
chart-came-on = doszło { $share }

## Do zrobienia

lead-to-do = Jeden wiersz to jedna szansa: co zrobić, z kim i jak długo to czeka. Najpilniejsze na górze, po kolei u każdego handlowca.
to-do-block = { $name } – { $count ->
    [one] { $count } szansa do ruszenia
    [few] { $count } szanse do ruszenia
   *[other] { $count } szans do ruszenia
}
to-do-free = Nic pilnego: { $names }.
to-do-action = Co zrobić
to-do-deal = Szansa
to-do-reach = Telefon i e-mail
to-do-overdue = Jak długo czeka
to-do-also = Przy okazji
overdue-promise = { $waited } w dni robocze, termin { $limit }
overdue-stage = { $days } na etapie, limit { $limit }
overdue-date = { $days } po terminie

## Co się zmieniło

lead-period = Co się działo od { $from } do { $to }, w porównaniu z { $before_from } do { $before_to }.
period-title = Co przyszło, ruszyło się, zostało wygrane i przegrane
period-what = Co
period-now = Teraz
    .note = Ile razy w obecnym okresie, od jego pierwszego dnia do dnia raportu.
period-then = Przedtem
    .note = Ile razy w tylu samo dniach poprzedniego okresu, żeby trzech dni nie porównywać z siedmioma.
period-change = Zmiana
period-value-now = Wartość teraz
    .note = Wartości szans, każda raz.
period-value-then = Wartość przedtem
period-whole = { $from } – { $to }, cały okres
period-offers = Oferty wysłane po raz pierwszy
period-undated = brak dat
period-without-dates = Bez daty, więc w żadnym okresie: { $kinds }.
period-overwritten = { $count ->
    [one] O { $count } szansie arkusze mówią tylko, na jakim jest etapie: wcześniejszych kroków nie widać.
   *[other] O { $count } szansach arkusze mówią tylko, na jakim są etapie: wcześniejszych kroków nie widać.
}
period-promises-title = Terminy, które wtedy ruszyły
period-promise = Termin
period-kept-now = Dotrzymano, teraz
    .note = Udział dotrzymanych wśród tych, których termin na pewno minął; liczymy każdą godzinę.
period-kept-then = Dotrzymano, przedtem
period-changes-title = Szansa po szansie: { $count ->
    [one] { $count } zmiana
    [few] { $count } zmiany
   *[other] { $count } zmian
}
period-nothing = W tych dniach nic się nie zmieniło.
period-kind = Co się stało
period-from-stage = Z etapu
period-to-stage = Na etap
period-on = Kiedy
period-taken-back = { $kind }, potem cofnięte
period-before = Przedtem
    .note = Tyle dni poprzedniego okresu, ile trwa obecny; obok stoi cały poprzedni okres.
period-day = Kiedy
    .note = Data zmiany. Zmiana widoczna między dwiema kopiami arkusza należy do późniejszej, bo ta pokazała ją pierwsza.
period-undone = Potem cofnięte
    .note = Wygraną albo stratę, która w dniu raportu już nie obowiązuje, wymieniamy, ale nie liczymy.
since-title = Od kopii z { $before } do kopii z { $now }
since-summary = Od kopii z { $before }: { $moves }. Otwarte szanse: { $from } → { $to }
since-nothing = nic się nie ruszyło
since-what = Co
since-deals = Szanse
since-value = Wartość
since-open-title = Wartość otwartych szans, wtedy i teraz
since-quarter-title = Wartość otwartych szans z zamknięciem do { $day }, wtedy i teraz
since-list-title = Od ostatniej kopii, szansa po szansie: { $count ->
    [one] { $count } szansa
    [few] { $count } szanse
   *[many] { $count } szans
}
since-value-before = Wartość przedtem
since-value-now = Wartość teraz
since-expected = Planowane zamknięcie
turn-new = Nowe
    .one = nowa
turn-forward = Poszły dalej
    .one = poszła dalej
turn-back = Cofnęły się
    .one = cofnęła się
turn-stuck = Stoją w miejscu
turn-deferred = Odłożone
    .one = odłożona
turn-resumed = Wznowione
    .one = wznowiona
turn-won = Wygrane
    .one = wygrana
turn-lost = Przegrane
    .one = przegrana
turn-vanished = Zniknęły z arkusza
    .one = zniknęła z arkusza
edit-pushed = Przesunięte na później
    .one = przesunięta na później
edit-pulled-in = Przyspieszone
    .one = przyspieszona
edit-grown = Wyższa wartość
    .one = wyższa wartość
edit-shrunk = Niższa wartość
    .one = niższa wartość
edit-owner-changed = Inny opiekun
    .one = inny opiekun
bridge-before = W poprzedniej kopii
bridge-new = Nowe szanse
bridge-resumed = Wznowione
bridge-pulled-in = Plany przyspieszone na ten czas
bridge-value-up = Wartości podniesione
bridge-won = Wygrane
bridge-lost = Przegrane
bridge-deferred = Odłożone
bridge-vanished = Zniknęły z arkusza
bridge-slipped = Plany odsunięte poza ten czas
bridge-value-down = Wartości obniżone
bridge-now = Teraz
change-came-in = Przyszły
    .one = przyszła
change-forward = Poszły dalej
    .one = poszła dalej
change-back = Cofnęły się
    .one = cofnęła się
change-resumed = Podjęte na nowo
    .one = podjęta na nowo
change-deferred = Odłożone
    .one = odłożona
change-won = Wygrane
    .one = wygrana
change-lost = Przegrane
    .one = przegrana
change-vanished = Zniknęły z arkusza
    .one = zniknęła z arkusza
change-after-sales = Dalej po sprzedaży
    .one = dalej po sprzedaży

## Tydzień po tygodniu

lead-trend = Co w każdym tygodniu od poniedziałku do niedzieli przyszło, ruszyło się i rozstrzygnęło, i co na jego koniec było otwarte. Najnowszy tydzień na górze.
trend-course = Przebieg, najstarszy tydzień z lewej
trend-week = Tydzień od
    .note = Jego poniedziałek.
trend-new = Zapytania
    .note = Szanse, które przyszły, według daty zapytania.
trend-contacted = Kontakty
    .note = Szanse, które po raz pierwszy doszły do pierwszego kontaktu albo dalej.
trend-offers = Oferty
    .note = Szanse, które dostały pierwszą ofertę.
trend-won = Wygrane
    .note = Szanse dziś wygrane, w tygodniu wygranej.
trend-lost = Przegrane
    .note = Szanse dziś przegrane, w tygodniu przegranej.
trend-open = Otwarte
    .note = Szanse nierozstrzygnięte na koniec tygodnia, także odłożone.
trend-open-value = Wartość
    .note = Ile otwarte szanse były warte na koniec tygodnia, o ile arkusze wtedy to mówiły.
trend-over = Za długo na etapie
    .note = Szanse otwarte, które były na swoim etapie dłużej niż jego dzisiejszy limit.
trend-first-contact = Kontakt na czas
    .note = Z zapytań tygodnia: udział tych, w których pierwszy kontakt był w terminie; liczymy każdą godzinę.
trend-follow-up = Follow-up na czas
    .note = Z ofert tygodnia: udział tych, w których follow-up był w terminie; liczymy każdą godzinę.
trend-conversion = { $count ->
    [one] Wygrane w { $count } dzień
   *[other] Wygrane w { $count } dni
}
    .note = Z zapytań tygodnia; udział dopiero wtedy, gdy każde z nich miało tyle czasu.
trend-conversion-term = Wygrane w N dni
    .note = Przy kilku zapytaniach na tydzień ten udział skacze przypadkiem; warto patrzeć na przebieg, a nie na jeden tydzień.
trend-running = Najnowszy tydzień jeszcze trwa.
trend-unshown = Nie pokazujemy: { $what }.
trend-before-copies = „–” w najstarszych tygodniach: są sprzed pierwszej kopii arkusza, a ta mówi tylko, co do tego czasu stało się z szansami.
trend-undated = Bez dat i w żadnym tygodniu: { $what }.
trend-undated-new = zapytania
trend-undated-contacted = kontakty
trend-undated-offers = oferty
trend-undated-won = wygrane
trend-undated-lost = przegrane
trend-undated-ways = szanse nieliczone jako otwarte

## Lejek

lead-funnel = Ile szans doszło do każdego etapu, ile poszło dalej i co jeszcze nierozstrzygnięte. Szansa, która doszła dalej, doszła też do wcześniejszych etapów.
funnel-unplaced = { $count ->
    [one] Dla { $count } przegranej szansy arkusz nie zachował etapu, na którym odpadła: w komórce etapu jest już tylko „przegrana”. Mogła odpaść na dowolnym etapie, dlatego odsetki są tu szerokimi przedziałami. Dopisz datę lub etap odpadnięcia, a przedziały się zwężą.
   *[other] Dla { $count } przegranych szans arkusz nie zachował etapu, na którym odpadły: w komórce etapu jest już tylko „przegrana”. Mogły odpaść na dowolnym etapie, dlatego odsetki są tu szerokimi przedziałami. Dopisz daty lub etapy odpadnięcia, a przedziały się zwężą.
}
funnel-reached-title = Ile szans doszło do etapu
funnel-steps-title = Ile szans poszło dalej
funnel-overall-title = Od zapytania do wygranej
funnel-overall = Droga
funnel-overall-row = Zapytanie → wygrana
funnel-worth-title = Ile są warte
funnel-times-title = Ile dochodzi do następnego etapu w danym czasie
funnel-times-none = Za mało dat, by powiedzieć, jak szybko szanse przechodzą między etapami.
funnel-reached = Doszło
    .note = Szanse, które doszły do tego etapu albo dalej. Kto dostał ofertę, przeszedł też przez zapytanie, nawet gdy arkusz tego nie zapisał.
funnel-visited = Było na etapie
    .note = Szanse, które arkusz naprawdę pokazuje na tym etapie. Nie służy do odsetków.
funnel-skipped = Bez zapisu
    .note = Doszło, ale na tym etapie arkusz ich nie pokazuje: etap pominięto albo szansa zaczęła się dalej.
funnel-joined = Zaczęło tutaj
    .note = Szanse, które po raz pierwszy widać dopiero na tym etapie. Na wcześniejszych nie mogły odpaść, więc się tam nie liczą.
funnel-here-now = Jest teraz
    .note = Szanse, które są na tym etapie w chwili raportu.
funnel-at-risk = Stanęło tu
    .note = Szanse, które stanęły na tym etapie albo przeszły przez niego z dołu; od nich liczy się odsetek.
funnel-advanced = Poszło dalej
    .note = Z tych, które tu stanęły: doszły do następnego etapu albo dalej.
funnel-lost = Odpadło tu
    .note = Z tych, które tu stanęły: przegrane, zanim doszły dalej.
funnel-unplaced-column = Odpadło, nie wiadomo gdzie
    .note = Przegrane tu albo dalej: żaden arkusz nie mówi, na którym etapie.
funnel-vanished = Zniknęło
    .note = Wiersze, których nie ma w nowszej kopii arkusza: ani przegrane, ani otwarte.
funnel-undecided = Nierozstrzygnięte
    .note = Z tych, które tu stanęły: nadal otwarte lub odłożone. Nie liczą się ani jako sukces, ani jako porażka.
funnel-rate-low = Poszło dalej co najmniej
    .note = Poszło dalej podzielone przez wszystkie, które tu stanęły: tyle jest już pewne.
funnel-rate-high = Pójdzie dalej najwyżej
    .note = Gdyby wszystkie nierozstrzygnięte poszły dalej: więcej być nie może.
funnel-settled = Z rozstrzygniętych
    .note = Poszło dalej podzielone przez poszło dalej i odpadło, bez nierozstrzygniętych.
funnel-interval = Przedział 95 %
    .note = Tak bardzo odsetek mógłby się różnić przez sam przypadek (przedział Wilsona). Im mniej szans, tym szerszy.
funnel-within-days = W 30, 60, 90 dni
    .note = Jaka część dochodzi do następnego etapu w tylu dniach od wejścia na ten, z poprawką na szanse, które są jeszcze młode (Aalen–Johansen). Kreska lub „za wcześnie”: nikogo nie widać tak długo.
funnel-began = Zapytania
funnel-won = Wygrane
funnel-value-reached = Wartość, która doszła
funnel-value-here = Wartość na etapie teraz
funnel-within = { $count ->
    [one] W { $count } dzień
   *[other] W { $count } dni
}
funnel-within-interval = { $count ->
    [one] Przedział 95 %, { $count } dzień
   *[other] Przedział 95 %, { $count } dni
}

funnel-rule-title = Reguła
funnel-rule-reached = Reguła: „reached”. Szansa liczy się na każdym etapie aż do najdalszego, do którego doszła, czy na nim stała, czy nie. Tak jest naprawdę.
funnel-rule-strict = Reguła: „strict”. Szansa liczy się na etapie tylko wtedy, gdy stała na nim i na wszystkich wcześniejszych, jak liczą CRM-y, które pytają o wszystkie etapy. Szanse, które pominęły etap, odpadają.
funnel-rule-snapshot = Reguła: „snapshot”. Szansa liczy się tam, gdzie stoi teraz, i niżej, jak liczą CRM-y, które patrzą tylko na obecny etap. Przegrane odpadają.
funnel-days-cycle = Wygrane w N dni liczymy dla N = { $days } dni; ta liczba bierze się z cyklu sprzedaży.
funnel-days-default = Wygrane w N dni liczymy dla N = { $days } dni, jak zwykle; wygranych jest za mało, by wziąć tę liczbę z cyklu sprzedaży.
funnel-days-fixed = Wygrane w N dni liczymy dla N = { $days } dni, jak zażądano.
funnel-conversion-of = Liczą się tu
    .note = Szanse, które według reguły liczą się na tym etapie.
funnel-conversion-on = Poszły dalej
    .note = Te z nich, które liczą się na następnym etapie.
funnel-conversion-rate = Udział
cohorts-title = Zapytania miesiąc po miesiącu
cohorts-month = Miesiąc zapytania
cohorts-n = Zapytania
    .note = Szanse, których zapytanie ma datę w tym miesiącu.
cohorts-won = Wygrane dotąd
cohorts-lost = Przegrane dotąd
cohorts-undecided = Nierozstrzygnięte
cohorts-within = Wygrane w { $count } dni
    .note = Wygrane w tyle dni od zapytania podzielone przez wszystkie zapytania miesiąca. Miesiąc ma wskaźnik dopiero, gdy wszystkie jego szanse miały na to czas.
cohorts-interval = Przedział 95 %, { $count } dni
cohorts-too-early = za wcześnie (dotąd { $won })
cohorts-undated = brak dat (z datą { $won })

## Pierwszy kontakt i follow-up

lead-first-contact = Czy do nowych zapytań ktoś odzywa się w { $limit }. Od zapytania do pierwszego kontaktu.
lead-follow-up = Czy po wysłaniu oferty ktoś wraca do klienta w { $limit }. Od oferty do follow-upu.
kept-first-contact = Pierwszy kontakt w { $limit }: { $share }. Z { $count } zapytań dotrzymano w { $met }, nie dotrzymano w { $missed }, w { $open } daty tego nie rozstrzygają.
kept-follow-up = Follow-up w { $limit }: { $share }. Z { $count } ofert dotrzymano w { $met }, nie dotrzymano w { $missed }, w { $open } daty tego nie rozstrzygają.
promise-too-young = żadnemu nie minął jeszcze termin
promise-without-start = { $count ->
    [one] { $count } szansa nie ma daty początku, więc się nie liczy.
    [few] { $count } szanse nie mają daty początku, więc się nie liczą.
   *[other] { $count } szans nie ma daty początku, więc się nie liczy.
}
promise-clocks-title = Dotrzymanie terminu
promise-clock = Zegar
promise-elapsed = Zegar klienta
promise-workdays = Dni robocze
promise-n = Liczy się
promise-met = Dotrzymane
promise-missed = Niedotrzymane
promise-cannot-tell = Nie da się ustalić
    .note = Daty bez godzin nie rozstrzygają: kontakt następnego dnia mógł być po 2 albo po 47 godzinach. Dlatego wynik jest przedziałem.
promise-share-low = Co najmniej
promise-share-high = Najwyżej
promise-interval = Przedział 95 %
    .note = Od dolnego końca dla „co najmniej” do górnego dla „najwyżej” (Wilson): tak bardzo wynik mógłby się różnić przez sam przypadek.
promise-not-mature = Za świeże
promise-limits-title = Przy innych terminach
promise-limit = Termin
promise-waiting = Czekają teraz ponad termin: { $count }
    .note = W dni robocze, najdłużej czekające na górze.
promise-broken = Nie dotrzymano: { $count }
    .note = W dni robocze: kontakt był po terminie albo szansa przepadła bez niego.
promise-undecided = Nie da się ustalić: { $count }
    .note = Dopisz w arkuszu godzinę zapytania i kontaktu, a wynik będzie jedną liczbą.
promise-hours-low = Godziny robocze co najmniej
promise-hours-high = Godziny robocze najwyżej
promise-implied = nie zapisano
promise-lost = przegrana bez
promise-running = czeka
clock-start-first-contact = Zapytanie
clock-stop-first-contact = Pierwszy kontakt
clock-start-follow-up = Oferta
clock-stop-follow-up = Follow-up
promise-kept = Dotrzymane
    .note = Najwięcej godzin, jakie mogły minąć, mieści się w terminie.
promise-mature = Liczy się
    .note = Tylko te, którym termin na pewno już minął, cokolwiek się z nimi stało. Inaczej dzisiejsze telefony poprawiałyby wynik, a dzisiejsze zaległości by go nie psuły.
promise-clocks = Zegar klienta, dni robocze
    .note = Zegar klienta liczy każdą godzinę. Dni robocze stają w soboty, niedziele i święta: piątek 16:00 do poniedziałku 10:00 to 66 godzin, ale 18 w dni robocze. Listy poniżej i porównanie handlowców idą dniami roboczymi.

promise-office = Godziny biurowe
promise-within-note = Na każdym zegarze: ile dotrzymano by przy innym terminie, od tego, co pewne, do tego, co możliwe. Na godzinach biurowych doba terminu to dzień biurowy.
promise-within-elapsed = Zegar klienta
promise-within-workdays = Dni robocze
promise-within-office = Godziny biurowe
promise-hours-title = Ile to trwa, w godzinach
promise-hours-none = Godzin nie da się podać: nie każdy początek ma porę dnia.
promise-half = Połowa w, godz.
    .note = Do tej godziny doczekała się połowa klientów (Kaplan–Meier). Ci, którzy wciąż czekają, liczą się tak długo, jak czekają.
promise-most = 3 na 4 w, godz.
promise-nearly = 9 na 10 w, godz.
speed-title = Szybkość a wygrane
speed-sentence = Z szans, z którymi był kontakt, tyle wygrano w { $days } dni od kontaktu. To współwystępuje, ale nie dowodzi przyczyny: handlowcy mogą dzwonić najpierw do tych, którzy rokują.
speed-unknown = Nie da się powiedzieć, czy szybkość idzie w parze z wygranymi: { $why }.
speed-undated = { $count ->
    [one] Pominięto { $count } szansę: brak daty wygranej.
    [few] Pominięto { $count } szanse: brak dat wygranych.
   *[other] Pominięto { $count } szans: brak dat wygranych.
}
speed-speed = Pierwszy kontakt
speed-n = Szanse
speed-won = Wygrane
speed-rate = Udział wygranych
speed-within-hour = w ciągu godziny
speed-within-day = po 1–24 godzinach
speed-within-two-days = po 24–48 godzinach
speed-later = po ponad 48 godzinach
speed-same-day = tego samego dnia (bez godzin)
speed-next-day = następnego dnia (bez godzin)
speed-later-day = później (bez godzin)

## Zatrzymane

lead-stalled = Szanse, które są na swoim etapie dłużej, niż pozwala limit, i nie mają umówionego kroku w najbliższych 30 dniach.
stalled-verdict = { $count ->
    [one] Stoi { $count } szansa z { $all } otwartych i odłożonych; { $ok } jest w normie
    [few] Stoją { $count } szanse z { $all } otwartych i odłożonych; { $ok } jest w normie
   *[other] Stoi { $count } szans z { $all } otwartych i odłożonych; { $ok } jest w normie
}
stalled-limits-title = Limity etapów
stalled-basis = Skąd limit
stalled-limit-days = Limit, dni
stalled-advances = Przejść dalej
stalled-longest = Najdłuższe przejście
stalled-here = Jest teraz
stalled-over = Stoi
stalled-over-value = Stoi, wartość
stalled-list-stalled = Stoją ponad limit: { $count }
stalled-list-scheduled = Ponad limit, ale z umówionym krokiem: { $count }
stalled-list-deferred = Odłożone, jeszcze nie czas: { $count }
stalled-list-unknown = Nie wiadomo, od kiedy są na etapie: { $count }
stalled-sorted-by-chance = Kolejność: wartość razy szansa na wygraną – na górze to, co najbardziej warto ratować.
stalled-sorted-by-value = Kolejność: wartość, największa na górze. Na szansę wygranej jest za mało porównywalnych przypadków.
stalled-days = Dni na etapie
stalled-ratio = Razy limit
    .note = Dni na etapie podzielone przez limit: 2,0 to dwa razy dłużej, niż powinno być.
stalled-chance = Szansa wygranej
    .note = Jaki udział porównywalnych szans, które stały na tym etapie tak długo, w końcu wygrano. Puste, gdy jest ich mniej niż 20.
stalled-flags = Co jeszcze
stalled-limit = Limit
    .note = Z historii: w tylu dniach 9 na 10 szans, które poszły dalej z tego etapu, już to zrobiło. Gdy przejść jest mniej niż 30, obowiązuje wartość domyślna, chyba że szablon podaje własną.
stalled-scheduled = Z umówionym krokiem
    .note = Stara szansa z datą następnego kroku w ciągu 30 dni nie stoi: ktoś się nią zajmuje. Dlatego jest osobno.
stalled-deferred = Odłożone
    .note = Klient poprosił o czas. Odłożona szansa stoi dopiero, gdy minął umówiony dzień powrotu, a bez takiego dnia po limicie.

## Czas na etapach

lead-time-in-stage = Jak długo szanse są na każdym etapie, jak go opuszczają i na którym etapie zostaje najwięcej pieniędzy. Szanse, które wciąż tam są, liczą się tak długo, jak czekają.
dwell-title = Dni na każdym etapie
dwell-n = Pobyty
    .note = Pobyty na tym etapie, które mają daty. Na nich opiera się cały wiersz.
dwell-still = Wciąż tam
    .note = Pobyty, które trwają w dniu raportu.
dwell-p50 = Połowa wychodzi w, dni
    .note = Do tego dnia skończyła się połowa pobytów (Kaplan–Meier). Szanse, które wciąż tam są, liczą się tak długo, jak czekają, więc wolnych nie gubimy.
dwell-p50-interval = Przedział 95 %, dni
    .note = O ile sam przypadek mógłby przesunąć dzień, do którego wychodzi połowa. Koniec, do którego nikt nie doszedł, jest otwarty.
dwell-p75 = 3 na 4 wychodzą w
    .note = Do tego dnia skończyły się trzy na cztery pobyty.
dwell-p90 = 9 na 10 wychodzi w
    .note = Do tego dnia skończyło się dziewięć na dziesięć pobytów.
dwell-at-risk = Z tylu
    .note = Pobyty, które trwały co najmniej tak długo. Poniżej pięciu (na pomarańczowo) liczba jest zgrubna.
dwell-restricted = Średnia, najwyżej 90
    .note = Średnia liczba dni na etapie, gdy każdy pobyt liczymy najwyżej do 90 dni.
dwell-still-share = Wciąż tam na końcu
    .note = Udział pobytów, które nie skończyły się w czasie obserwacji.
dwell-longest = Najdłuższy pobyt
    .note = Dni najdłuższego pobytu, zakończonego albo nie.
dwell-unknown = { $stage }: bez dni, bo { $why }.
dwell-beyond = { $stage }: { $percent } % nie wyszło w czasie obserwacji – to trwa ponad { $days } dni; { $share } wciąż tam było.
dwell-undated = { $stage }: { $count ->
    [one] { $count } pobyt nie ma dat i się nie liczy.
    [few] { $count } pobyty nie mają dat i się nie liczą.
   *[other] { $count } pobytów nie ma dat i się nie liczy.
}
dwell-ends-title = Jak kończą się pobyty
exit-advance = Poszły dalej
    .note = Pobyty zakończone wejściem na następny albo dalszy etap.
exit-regress = Cofnęły się
    .note = Pobyty zakończone powrotem na wcześniejszy etap.
exit-lost = Przegrane
    .note = Pobyty zakończone utratą szansy.
exit-deferred = Odłożone
    .note = Pobyty zakończone, bo klient poprosił o czas.
exit-vanished = Zniknęły
    .note = Pobyty szans, których nie ma w późniejszej kopii arkusza.
dwell-re-entries = Ponownie
    .note = Pobyty szans, które były już wcześniej na tym etapie.
dwell-advance-by = Dalej w { $count } dni
    .note = Udział pobytów zakończonych dalszym etapem w tyle dni (Aalen–Johansen: strat nie bierzemy za czekanie).
dwell-lost-by = Strata w { $count } dni
    .note = Udział pobytów zakończonych utratą w tyle dni.
dwell-advance-half = Połowa z nich w, dni
    .note = Z tych, które w ogóle idą dalej, połowa poszła do tego dnia.
dwell-lost-half = Połowa strat w, dni
    .note = Z tych, które tu w ogóle odpadają, połowa odpadła do tego dnia.
dwell-stays = Pobyt
    .note = Czas od wejścia na etap do wyjścia z niego. Szansa, która wraca, ma drugi pobyt.
dwell-quantiles = Połowa, 3 na 4, 9 na 10
    .note = Mówią więcej niż średnia: jedna zapomniana szansa przesuwa średnią o tygodnie, a ich prawie nie rusza.
cycle-title = Cykl sprzedaży
cycle-sentence = Z szans, które w ogóle są wygrywane, połowa jest wygrana w { $half } dni od zapytania, trzy na cztery w { $most }, a dziewięć na dziesięć w { $nearly }.
cycle-unknown = Nie da się powiedzieć, ile trwa sprzedaż: { $why }.
cycle-n = Zapytania
    .note = Szanse, które zaczęły się od zapytania.
cycle-won = Wygrane
cycle-p50 = Połowa w, dni
    .note = Do tego dnia wygrano połowę szans, które kiedykolwiek są wygrywane. To nie średnia zamkniętych wygranych, która wychodzi za krótka.
cycle-p75 = 3 na 4 w, dni
cycle-p90 = 9 na 10 w, dni
cycle-won-end = Kiedykolwiek wygrane
    .note = Udział zapytań, które są wygrywane, na ile sięga obserwacja.
cycle-open-end = Jeszcze nie wiadomo
    .note = Udział zapytań, których nie obserwowano dość długo, by to rozstrzygnąć.
bottleneck-title = Wąskie gardło
bottleneck-named = Wąskie gardło: „{ $stage }” – zostaje tam { $value } miesięcznie, { $share } wszystkiego, co się zatrzymuje. W { $sure } losowań jest na pierwszym miejscu.
bottleneck-none = Nie ma jednego wąskiego gardła: „{ $stage }” jest pierwszy tylko w { $sure } losowań. Zobacz, jak wypadają etapy.
bottleneck-unknown = Nie da się powiedzieć, który etap jest wąskim gardłem: { $why }.
bottleneck-undated = { $count ->
    [one] Pominięto { $count } przegraną szansę: brak daty straty.
    [few] Pominięto { $count } przegrane szanse: brak dat strat.
   *[other] Pominięto { $count } przegranych szans: brak dat strat.
}
bottleneck-lost = Straty w okresie
    .note = Szanse przegrane na tym etapie w ostatnich dwunastu miesiącach albo w tym, co obejmuje arkusz.
bottleneck-lost-a-month = Straty miesięcznie
    .note = Ile były warte, na miesiąc.
bottleneck-stalled = Stoi teraz
bottleneck-stalled-value = Stoi, wartość
bottleneck-conversion = Idą dalej
    .note = Szansa, że z tego etapu dojdzie się do następnego.
bottleneck-won-after = Potem wygrane
    .note = Szansa, że z następnego etapu dojdzie się w końcu do wygranej.
bottleneck-score = Zostaje tu miesięcznie
    .note = O tyle więcej byłoby sprzedaży miesięcznie, gdyby to, co tu odpadło i utknęło, poszło dalej i sprzedało się jak zwykle.
bottleneck-score-share = Z wszystkiego
bottleneck-one-percent = Jeden procent więcej
    .note = Ile miesięcznie przyniósłby jeden punkt procentowy więcej przejść z tego etapu.
bottleneck-queue-length = Na etapie
    .note = Średnia liczba szans na etapie.
bottleneck-queue-days = Dni każda
    .note = Średnia liczba szans na etapie podzielona przez liczbę wchodzących dziennie (prawo Little’a).
bottleneck-queue-flow = Bilans
    .note = Szanse, które weszły, minus te, które wyszły. Powyżej zera kolejka rośnie.

## Handlowcy i źródła

lead-sellers = Ile kto ma szans, ile wygrał i jak dotrzymuje terminów. Bez rankingu: przy małych liczbach różnice bywają przypadkiem.
lead-sources = Skąd przychodzą szanse i co z nich zostaje.
sources-title = Źródła
campaigns-title = Kampanie
groups-deals = Szanse
groups-open = Otwarte
groups-deferred = Odłożone
groups-won = Wygrane
groups-lost = Przegrane
groups-win-rate = Wygrane z zamkniętych
    .note = Wygrane podzielone przez wygrane i przegrane. Szans otwartych nie liczy się ani na plus, ani na minus.
groups-interval = Przedział 95 %
groups-first-contact = Pierwszy kontakt w terminie
groups-follow-up = Follow-up w terminie
groups-won-value = Wartość wygranych
groups-open-value = Wartość otwartych
groups-stalled = Stoi
groups-findings = Do zrobienia
groups-total = Razem
groups-too-few = n < 10: za mało
    .note = Zamkniętych szans jest mniej niż 10, więc odsetek nic jeszcze nie mówi: jedna szansa zmienia go o ponad 10 punktów.
groups-promise = Pierwszy kontakt, follow-up
    .note = Część dotrzymanych w dni robocze i, w nawiasie, z ilu. Przedział, gdy części nie da się ustalić.

costs-title-campaign = Ile kosztowały kampanie i co przyniosły
costs-title-source = Ile kosztowały źródła i co przyniosły
costs-untold = { $count ->
        [one] { $count } szansa nie ma kosztu i nie liczy się w tej tabeli.
        [few] { $count } szanse nie mają kosztu i nie liczą się w tej tabeli.
       *[other] { $count } szans nie ma kosztu i nie liczy się w tej tabeli.
    }
costs-inquiries = Zapytania
    .note = Wszystkie szanse, niezależnie od tego, co się z nimi stało.
costs-won = Wygrane
costs-won-value = Wartość wygranych
costs-cost = Koszt
    .note = Ta sama kwota w każdym wierszu liczy się raz; różne kwoty są dodawane.
costs-per-inquiry = Koszt zapytania
costs-per-win = Koszt wygranej
    .note = Na dziś: otwarte szanse można jeszcze wygrać.
costs-return = Zwrot
    .note = Wartość wygranych podzielona przez koszt, na dziś: 3,0 znaczy: trzy razy tyle sprzedaży, ile wydano.
costs-why = Dlaczego brak

pooled-title = Porównanie z uwzględnieniem przypadku
pooled-sentence = Szanse mające co najmniej { $days } dni: { $count }, z nich wygrane w { $days } dni: { $won }. Każdemu wierszowi dopisujemy { $lent } przeciętnych szans o wskaźniku { $share }, więc 1 z 1 to nie 100 %.
pooled-too-few = Szanse mające co najmniej { $days } dni: { $count }. To za mało, żeby kogokolwiek porównywać.
pooled-all-too-few = W żadnym wierszu nie jest ich dość, by go ocenić.
pooled-all-within-chance = Wszystkie różnice mieszczą się w granicach przypadku.
pooled-apart = Więcej niż przypadek: powyżej średniej { $above }, poniżej { $below }; reszta mieści się w granicach przypadku.
pooled-order-changes = Kolejność się zmienia, gdy uwzględnić, że jedni dostają łatwiejsze zapytania niż inni: zob. „Te same zapytania”.
pooled-unknown = Wskaźników nie da się porównać: { $why }.
pooled-cut = Pokazano tylko pierwsze { $shown } z { $count } wierszy.
pooled-n = Dość stare
    .note = Szanse na tyle stare, że mogły zostać wygrane w tym czasie; tylko je porównujemy, inaczej nowe szanse obciążałyby tego, kto ma ich dużo.
pooled-won = Wygrane w { $count } dni
pooled-raw = Wskaźnik surowy
    .note = Wygrane w tym czasie podzielone przez szanse dość stare.
pooled-raw-interval = Przedział 95 %
    .note = O ile sam przypadek mógłby przesunąć wskaźnik (przedział Wilsona).
pooled-rate = Wskaźnik wyrównany
    .note = Wskaźnik po dopisaniu każdemu wierszowi przeciętnych szans. Przy małej liczbie szans zostaje blisko średniej, przy dużej blisko własnego.
pooled-range = Zakres 80 %
    .note = W ośmiu przypadkach na dziesięć prawdziwy wskaźnik leży między tymi krańcami.
pooled-above = Powyżej średniej
    .note = Prawdopodobieństwo, że prawdziwy wskaźnik jest wyższy niż wszystkich razem.
pooled-expected = Oczekiwane wygrane
    .note = Wygrane, jakich należało oczekiwać po takich szansach, gdyby każdą wygrywano tak często, jak zwykle wygrywa się szanse tego rodzaju.
pooled-adjusted = Te same zapytania
    .note = Wskaźnik wyrównany po uwzględnieniu, że jedni dostają łatwiejsze zapytania niż inni.
pooled-verdict = Ocena
    .note = „W granicach przypadku”: różnica nie jest większa, niż robi przypadek między równymi. To ani pochwała, ani nagana, ani przyczyna.
verdict-above = powyżej średniej
verdict-below = poniżej średniej
verdict-within-chance = w granicach przypadku
verdict-too-few = za mało szans

## Przegrane

lead-losses = Co handlowcy wpisali jako powód, według najdalszego etapu i źródła. To mówi, co wpisano, a nie zawsze, jak było.
losses-sentence = Najczęściej podawany powód to „{ $reason }”: { $count } z { $all } przegranych szans z powodem.
losses-without = { $count } z { $all } przegranych szans nie ma powodu.
losses-title = Powody
losses-deals = Przegrane szanse
losses-share = Z wszystkich
    .note = Szanse przegrane z tego powodu podzielone przez wszystkie przegrane, także bez powodu.
losses-value = Wartość
losses-by-stage-title = Według najdalszego etapu
losses-by-source-title = Według źródła
losses-no-stage = etap nieznany
losses-others = Inne
losses-reason = Powód
    .note = Zapisy różniące się tylko wielkością liter, odstępami albo polskimi znakami liczymy jako jeden, pod najczęstszym z nich.
losses-by-stage = Najdalszy etap
    .note = Najwyższy etap, na którym szansa kiedykolwiek stała. „Etap nieznany”: żaden arkusz nie mówi, gdzie odpadła.

## Prognoza

lead-forecast = Ile zostanie wygrane, jeśli przeszłość się powtórzy. Prognoza nie przewiduje sezonu, ceny ani nowego handlowca, więc czytaj zakres, a nie jego środek.
forecast-unknown = Prognozy nie ma: { $why }.
forecast-refused = Najbliższe { $weeks } tyg.: bez prognozy – { $why }.
lack-closed = zamkniętych szans jest { $count }, a trzeba 30
lack-won = wygranych szans jest { $count }, a trzeba 10
lack-lost = przegranych szans jest { $count }, a trzeba 10
lack-open = otwartych szans jest { $count }, a trzeba 5
lack-won-for-long = wygranych szans jest { $count }, a żeby patrzeć tak daleko, trzeba 30
forecast-sentence = Najbliższe { $weeks } tyg.: od { $low } do { $high } (8 na 10 takich prognoz mieści się w takim zakresie), środek { $middle }.
forecast-yields = To powtórzony ostatni kwartał: prognoza nie była od niego lepsza we wcześniejszych chwilach.
forecast-wide = Zakres jest tak szeroki, że jego środek nic nie mówi.
forecast-rough = Dotąd wygrano niewiele szans, więc jest zgrubna.
count-weeks = { $count ->
    [one] { $count } tydzień
    [few] { $count } tygodnie
   *[other] { $count } tygodni
}
forecast-title = Ile zostanie wygrane
forecast-from = Skąd
forecast-horizon = W ciągu
forecast-existing = Otwarte szanse
forecast-new = Szanse, które dopiero przyjdą
forecast-total = Razem
forecast-last-quarter = Powtórzony ostatni kwartał
forecast-p10 = Co najmniej (9 na 10)
    .note = W dziewięciu na dziesięć losowań wygrywa się więcej (P10).
forecast-p50 = Środek
    .note = Połowa losowań leży wyżej, połowa niżej (P50).
forecast-p90 = Co najwyżej (9 na 10)
    .note = W dziewięciu na dziesięć losowań wygrywa się mniej (P90).
forecast-mean = Średnio
forecast-wins = Oczekiwane wygrane
    .note = Ile otwartych szans zostaje średnio wygranych w tym czasie.
forecast-left-out = { $count ->
    [one] Pominięto { $count } otwartą szansę: jej droga nie ma wszystkich dat.
    [few] Pominięto { $count } otwarte szanse: ich drogi nie mają wszystkich dat.
   *[other] Pominięto { $count } otwartych szans: ich drogi nie mają wszystkich dat.
}
backtest-title = Jak takie prognozy wypadały wcześniej
backtest-none = Nie ma wcześniejszej chwili, z której dałoby się zrobić taką prognozę, więc nic nie mówi, jak jest dobra.
backtest-sentence = { $weeks } tyg.: powtórzona dla { $count ->
    [one] { $count } wcześniejszej chwili
   *[other] { $count } wcześniejszych chwil
} objęła wynik w { $share }; obiecuje 80 %.
backtest-untested = { $weeks } tyg.: niesprawdzona – osobnych okresów jest { $independent }, a trzeba 8. Powtórzona dla { $count ->
    [one] { $count } wcześniejszej chwili
   *[other] { $count } wcześniejszych chwil
} objęła wynik w { $share }.
backtest-origins = Wcześniejsze chwile
backtest-independent = Osobne okresy
    .note = Wcześniejsze chwile, których okresy na siebie nie zachodzą. Poniżej ośmiu nic nie jest dowiedzione.
backtest-coverage = Objęła wynik
    .note = Udział wyników między dwoma krańcami. Obiecują 80 %.
backtest-interval = Przedział 95 %
    .note = To samo dla samych osobnych okresów (Wilson).
backtest-mean = Wynik średnio
backtest-pinball = Strata
    .note = Strata kwantylowa zakresu i jego środka, do średniego wyniku. Im mniejsza, tym lepiej.
backtest-pinball-quarter = Strata, kwartał
    .note = To samo dla powtórzonego ostatniego kwartału. Gdzie jest mniejsza, tej liczbie należy ufać.
backtest-error = Błąd
    .note = O ile środek średnio chybiał, do średniego wyniku.
backtest-error-quarter = Błąd, kwartał
backtest-bias = Odchylenie
    .note = Powyżej zera prognoza obiecywała średnio za dużo, poniżej za mało.
weeks-title = Tydzień po tygodniu, średnio
weeks-week = Tydzień od
weeks-existing = Otwarte szanse
weeks-new = Dopiero przyjdą
weeks-total = Razem
weeks-so-far = Do tego tygodnia
weeks-p10 = Razem co najmniej (9 na 10)
weeks-p50 = Razem, środek
weeks-p90 = Razem najwyżej (9 na 10)
velocity-title = Wskaźnik wygranych i tempo sprzedaży
velocity-unknown = Wskaźnika wygranych i tempa sprzedaży nie da się powiedzieć: { $why }.
velocity-no-a-day = Tempa sprzedaży nie ma: { $why }.
velocity-window = W ciągu
velocity-days = { $days } dni
velocity-won = Wygrane
velocity-lost = Przegrane
velocity-open = Otwarte teraz
velocity-win-rate = Wskaźnik wygranych
    .note = Wygrane z wygranych i przegranych w okresie. Otwartych tu nie ma, więc ich nie przepowiada.
velocity-interval = Przedział 95 %
velocity-win-rate-by-value = Wygrane wg wartości
    .note = To samo, ale każda szansa liczy się swoją wartością.
velocity-mean-win = Średnia wygrana
velocity-median-win = Mediana wygranej
velocity-cycle = Cykl sprzedaży, dni
velocity-a-day = Tempo na dzień
    .note = Otwarte szanse razy wskaźnik wygranych razy średnia wygrana, przez dni cyklu sprzedaży.
velocity-sold-a-day = Sprzedano na dzień
    .note = Ile naprawdę wygrano w okresie, na dzień. Z tym trzeba zestawić tempo.
outlook-title = Otwarte szanse: { $count }
outlook-note = Na górze te, od których oczekujemy najwięcej: wartość razy szansa, że kiedykolwiek zostaną wygrane.
outlook-chance = Wygrana w { $weeks } tyg.
    .note = Szansa wygranej w tyle tygodni, z szans, które kiedyś czekały na tym etapie tak długo.
outlook-ever = Kiedykolwiek
    .note = Szansa, że w ogóle zostanie wygrana.
outlook-half = Połowa w, dni
    .note = Z takich szans, które w ogóle są wygrywane, połowa jest wygrana w tyle dni od dziś.
outlook-between = Zwykle w, dni
    .note = Środkowa połowa takich wygranych przychodzi między tymi dniami.
forecast-chance = Szansa
    .note = Z szans, które kiedyś czekały na tym samym etapie co najmniej tak długo. To wskaźnik dla wielu, a nie obietnica dla tej jednej.

## Jakość danych

lead-quality = Co w arkuszach jest nie tak albo czego brakuje, gdzie dokładnie i co z tym zrobić.
quality-noticed-title = Co zauważono
quality-nothing = Nic: wszystkie komórki dały się odczytać.
quality-code = Kod
quality-severity = Ważność
quality-count = Ile
quality-example = Na przykład
quality-hint = Co zrobić
quality-completeness-title = Kompletność
quality-item = Komórka
quality-filled = Wypełnione
quality-of = Powinno być
quality-share = Część
quality-rows-title = Co stało się z wierszami
quality-rows = Wiersze
quality-rows-deals = szanse
quality-rows-history = dalsze wiersze tych samych szans
quality-rows-skipped = pominięte: { $reason }
quality-rows-read = razem przeczytane
quality-places-title = Gdzie dokładnie
quality-place = Plik i arkusz
quality-cell = Komórka
quality-sentence = Co zauważono

## Szanse

table-deals = Szanse
lead-deals = Jeden wiersz to jedna szansa. Na tej tabeli opierają się liczby i sumy wszystkich arkuszy; można ją filtrować i sortować.
deals-cut = Liczby na innych arkuszach obejmują wszystkie szanse, więc nie są formułami.
deals-id = Numer
deals-name = Szansa
deals-company = Firma
deals-beside = Firma albo numer
deals-contact = Osoba kontaktowa
deals-phone = Telefon
deals-email = E-mail
deals-owner = Opiekun
deals-source = Źródło
deals-campaign = Kampania
deals-campaign-cost = Koszt kampanii
deals-cost-currency = Waluta kosztu
deals-stage = Etap
deals-state = Stan
deals-value = Wartość
deals-currency = Waluta
deals-value-written = Wartość w arkuszu
deals-currency-written = Waluta w arkuszu
deals-inquiry = Zapytanie
deals-first-contact = Pierwszy kontakt
deals-offer = Oferta
deals-follow-up = Follow-up
deals-closed = Zamknięcie
deals-days-in-stage = Dni na etapie
deals-age = Ocena czasu
    .note = Dni na etapie wobec limitu tego etapu; limity są na arkuszu Zatrzymane.
deals-contact-clock = Kontakt wg zegara
    .note = Czy pierwszy kontakt był w terminie, licząc każdą godzinę.
deals-contact-workdays = Kontakt w dni robocze
    .note = Czy pierwszy kontakt był w terminie, licząc tylko dni robocze.
deals-follow-up-clock = Follow up wg zegara
deals-follow-up-workdays = Follow up w dni robocze
deals-first-rung = Pierwszy etap nr
    .note = Numer etapu, na którym szansę widać po raz pierwszy; pusty, gdy nie zaczęła w lejku.
deals-furthest-rung = Najdalszy etap nr
    .note = Numer najdalszego etapu, do którego szansa kiedykolwiek doszła.
deals-loss-placed = Znany etap przegranej
    .note = Czy arkusz mówi, na którym etapie odpadła przegrana szansa.
deals-expected-close = Planowane zamknięcie
deals-next-step = Następny krok
deals-next-step-on = Termin kroku
deals-last-activity = Ostatni kontakt
deals-lost-reason = Powód przegranej
deals-file = Plik
deals-sheet = Arkusz
deals-row = Wiersz

## O raporcie

lead-about = Jak powstał ten raport: z czego, według jakich reguł i co z arkuszy zrozumiano.
about-made-title = Raport
about-as-of = Stan na
about-newest = Najnowszy fakt
about-template = Szablon
about-rates = Kursy walut
about-horizons = Horyzonty, dni
about-version = Program
about-missing-title = Arkusze, których nie ma, i dlaczego
about-files-title = Pliki
about-file = { $format }, { $bytes } B, SHA-256 { $sha }
about-sheets-title = Arkusze w plikach
about-sheet = Plik i arkusz
about-layout = Jak odczytany
about-more = Co jeszcze wiadomo
about-rows = Wiersze
about-left-out = pominięty: { $why }
about-columns-title = Kolumny: za co je uznano
about-columns-note = Jeśli coś uznano za co innego, niż jest, przypisz nagłówek do pola w sekcji [columns] szablonu.
about-column = Kolumna
about-header = Nagłówek
about-field = Znaczenie
about-score = Pewność
about-reason = Dlaczego
about-example = Przykład
about-unused = nieużywana
about-stages-title = Etapy
about-kind = Rodzaj
about-origin = Skąd
about-words = Słowa w arkuszach (ile wierszy)
about-origin-template = szablon
about-origin-sheet = arkusz
about-measures-title = Co znaczy każda miara
about-live = Liczby i sumy
    .note = Są formułami na tabeli arkusza Szanse: po zmianie w tabeli przeliczą się same. Oceny (dotrzymanie terminu, limity, przedziały) są wartościami z chwili raportu.
about-interval = Przedział 95 %
    .note = Przedział Wilsona. Gdyby te same reguły działały w stu podobnych zespołach, w około 95 z nich prawdziwy odsetek leżałby w takim przedziale.
about-range = „61–68 %”
    .note = Dolna i górna granica, gdy arkusz nie pozwala rozstrzygnąć wszystkich przypadków. Prawda leży między nimi.
about-working-days = Dni robocze
    .note = Poniedziałek–piątek bez polskich świąt (od 2025 także bez Wigilii), 24 godziny na dobę. Szablon może to zmienić.
about-text = Teksty z arkuszy
    .note = Są zawsze zwykłym tekstem: nic z wejścia nie stało się formułą ani łączem.

## Plan i terminy

lead-plans = Co planowano, a co jest: otwarte szanse wobec planu sprzedaży i to, jak daleko przekładano planowane zamknięcia.
coverage-title = Plan sprzedaży
coverage-unknown = Otwartych szans nie zestawiamy z planem: { $why }.
coverage-target = { $target } od { $from } do { $to }; dotąd wygrano { $won }.
coverage-covers = Otwarte szanse pokryłyby to, co zostało, { $times } razy.
coverage-met = Plan jest wykonany.
coverage-needs = Przy obecnym wskaźniku wygranych trzeba by { $times } razy.
coverage-span = Plan na
coverage-month = miesiąc
coverage-quarter = kwartał
coverage-year = rok
coverage-amount = Plan
coverage-won = Wygrano dotąd
coverage-left = Zostało
coverage-open = Otwarte szanse
coverage-times = Pokrycie, razy
    .note = Wartość otwartych szans podzielona przez to, co zostało do wygrania.
coverage-needed = Potrzebne, razy
    .note = Jeden podzielone przez wskaźnik wygranych według wartości: tyle musi być otwarte, by przy takim wskaźniku wykonać plan.
coverage-due = Zaplanowane na czas
    .note = Wartość otwartych szans, których zamknięcie zaplanowano przed końcem tego czasu.
coverage-undated = { $count ->
    [one] { $count } wygrana szansa nie ma daty i może tu należeć.
    [few] { $count } wygrane szanse nie mają daty i mogą tu należeć.
   *[other] { $count } wygranych szans nie ma daty i może tu należeć.
}
coverage-due-unknown = Ile ma się zamknąć na czas, nie wiadomo: { $why }.
slippage-title = Przełożone zamknięcia
slippage-unknown = Jak daleko przekładano zamknięcia, nie wiadomo: { $why }.
slippage-sentence = { $count ->
    [one] Z { $count } nierozstrzygniętej szansy z wcześniejszym terminem przełożono { $pushed }
   *[other] Z { $count } nierozstrzygniętych szans z wcześniejszym terminem przełożono { $pushed }
}
slippage-of = Szanse
slippage-undecided = nierozstrzygnięte
slippage-won = wygrane
slippage-plans = Z wcześniejszym terminem
slippage-pushed = Przełożone
    .note = Nierozstrzygnięte: obecny termin jest późniejszy niż pierwszy. Wygrane: wygrane po pierwszym terminie.
slippage-pulled = Przyspieszone
slippage-pushes = Ile razy przełożono
slippage-median = Środek, dni
    .note = Od pierwszego terminu do obecnego; dla wygranych do dnia wygranej.
slippage-one-plan = { $count ->
    [one] Jeszcze { $count } nierozstrzygnięta szansa ma tylko jeden termin: nie wiadomo, czy go przełożono.
    [few] Jeszcze { $count } nierozstrzygnięte szanse mają tylko jeden termin: nie wiadomo, czy go przełożono.
   *[other] Jeszcze { $count } nierozstrzygniętych szans ma tylko jeden termin: nie wiadomo, czy go przełożono.
}
slippage-list = Szansa po szansie: { $count }
slippage-first = Pierwszy termin
slippage-last = Obecny termin
slippage-days = Przełożono o dni

### Strona: własne nagłówki i objaśnienia; pozostałe słowa ma wspólne ze skoroszytem i obrazkami.

page-pictures = Obrazki
page-made = Wykonał lejek z arkuszy wymienionych u góry. Każda liczba jest też w report.json; skoroszyt report.xlsx zawiera pełne listy i wiersz źródłowy każdej szansy.
page-urgent = { $all ->
    [one] Szansa, którą trzeba się zająć
   *[other] Najpilniejsze: { $count } z { $all }
}
page-more = Wszystkie są w skoroszycie, na arkuszu Do zrobienia.
page-reached = Doszło
page-onward = Poszło dalej

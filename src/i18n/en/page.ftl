### The web page: headings of its own; the rest of its words are those of the workbook and the pictures.

page-pictures = Pictures
page-made = Made by lejek from the sheets named above. Every figure is also in report.json; the workbook report.xlsx has all lists and the source row of each deal.
page-urgent = { $all ->
    [one] The deal to act on
   *[other] The most urgent { $count } of { $all } deals
}
page-more = All of them are in the workbook, on the sheet To do.
page-reached = Reached
page-onward = Went on

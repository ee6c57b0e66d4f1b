### What was understood of the inputs: `lejek inspect`; what is wrong in them: `lejek check`.

## Inspect

inspect-template = Template
inspect-as-of = As of
inspect-hidden = hidden sheet
inspect-left-out = Left out
inspect-left-out-why = no deals are read from here: { $reason }
inspect-layout = Layout
inspect-header = Header
inspect-header-row = row { $row }
inspect-no-header = none: the columns are told by what they hold
inspect-name = Its name
inspect-related = Related
inspect-related-by = its rows find their deals in other tables by “{ $header }”
inspect-rows = Rows
inspect-rows-read = { $count ->
    [one] { $count } row
   *[other] { $count } rows
} below the header, { $used } of them used
inspect-skipped = { $reason }: { $rows }
inspect-row-numbers = { $count ->
    [one] 1 row ({ $rows })
   *[other] { $count } rows ({ $rows })
}
inspect-cells = Cells
inspect-meaning = Meaning
inspect-sure = Sure
inspect-why = Why
inspect-example = Example
inspect-stages = Stages and their words in the sheets (rows)
inspect-no-words = no word of its own
inspect-guessed = no template knows it; its place follows from the rows
inspect-mend = Something is taken for what it is not? lejek inspect … --write mine.toml, edit a line, and run with --template mine.toml

rows-sum = { $count ->
    [one] { $count } row
   *[other] { $count } rows
} read = { $deals ->
    [one] { $deals } deal
   *[other] { $deals } deals
} + { $history } further rows of the same deals + { $skipped } left out

name-says-stage = says the stage of all its deals: { $value }
name-says-owner = says who sells: { $value }
name-says-period = says the month of its rows: { $value }
name-says-copy = says that it is a copy made on { $value }


chosen-asked = asked for
chosen-by-headers = “{ $file }” has the headers of its exports
chosen-usual = no other one fits better

cells-header = in the header
cells-read = read
cells-unassigned = in columns that are not used
cells-skipped = on skipped rows
cells-outside = outside the table

order-day-first = the day first
order-month-first = the month first
reading-dates-proved = dates with { $order }: the cells prove it
reading-dates-assumed = dates with { $order }: only assumed, no cell proves it
reading-marks = marks instead of dates
reading-amounts = amounts in { $currency }

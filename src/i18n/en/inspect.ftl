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

## A template written by inspect: comments

written-head = Written by lejek inspect from: { $files }
    A run with this file gives the same report. Edit a line, and exactly that changes:
    lejek report … --template THIS-FILE
    Every key is explained in: lejek templates universal
written-without = not used in these sheets
written-dates-proved = cells of the sheets prove it
written-dates-assumed = only assumed, no cell proves it; take away the # to confirm it, or write the other order
written-dates-differ = The sheets write dates in both orders; each column tells its own.
written-currency = amounts name no currency; take away the # and name it
written-stages = Stages, from the first to the last, with the words of the sheets that lead to them.
    To move a word to another stage, move its line into the aliases there.
written-rows = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
written-word-by-meaning = also “{ $word }” ({ $count ->
    [one] { $count } row
   *[other] { $count } rows
}), by what it means; to move it, add it to the aliases of another stage
written-stage-guessed = No template knows “{ $stage }” ({ $count ->
    [one] { $count } row
   *[other] { $count } rows
}); its place follows from the rows. Take away the # to fix it, or add the word to another stage:
written-stage-of-field = “{ $stage }” ({ $count ->
    [one] { $count } row
   *[other] { $count } rows
}) is a stage that many teams have. Take away the # to change it, or add the word to another stage:
written-sheet = { $sheet }: { $count ->
    [one] { $count } row
   *[other] { $count } rows
} below the header, { $used } of them used
written-any-date = * stands for any date
written-use = false leaves the sheet out
written-unused = Columns that are not used. Tie one to a field above; or take away the # to make sure that they stay unused:
written-example = e.g. { $example }
written-left-out = { $sheet } is left out: { $reason }. If deals stand there, take away the # and say in which row the header is:

inspect-written = Written to { $file }. Edit it, then: lejek report … --template { $file }

### Data quality: the names of the messages, `lejek check` and the sheet “Data quality”.

## What the messages are about

title-file-missing = Missing file
title-not-a-file = Not a file
title-file-unreadable = File that cannot be read
title-file-empty = Empty file
title-file-too-large = File over the size limit
title-not-a-spreadsheet = Not a spreadsheet
title-password-protected = File behind a password
title-file-damaged = Damaged file
title-file-over-limits = File over a safety limit
title-format-unsupported = Format that is not read
title-sheet-name-twice = Two sheets of one name
title-file-named-twice = File named twice
title-standard-input-twice = Standard input named twice
title-standard-input-empty = Empty standard input
title-own-report = A report of lejek's own
title-folder-too-large = Folder with too many files
title-folder-without-sheets = Folder without sheets
title-files-left-out = Files left out
title-other-files-left-out = Files that are no sheets
title-sheet-unreadable = Sheet that cannot be read
title-cell-unreadable = Damaged cells
title-error-cell = Error values in cells
title-formula-without-value = Formulas without a result
title-serial-out-of-range = Numbers that are no dates
title-number-not-finite = Numbers that are none
title-cell-twice = Cells stored twice
title-hidden-sheet-read = Hidden sheet, read
title-encoding-guessed = Letters that cannot be read
title-error-cells-may-be-missing = Errors of formulas may be missing
title-remarks-cut = Further remarks
title-template-picked = Template picked by the headers
title-sheet-without-deals = Sheets without deals
title-no-table-found = No table of deals
title-date-without-day = Dates without a day
title-amount-is-range = Two amounts in one cell
title-unreadable-cell = Cells that cannot be read
title-unreadable-date = Dates that cannot be read
title-unreadable-amount = Amounts that cannot be read
title-date-order-assumed = Day and month not told apart
title-year-assumed = Dates without a year
title-column-claimed-twice = Two columns for one field
title-row-skipped = Rows left out
title-cells-outside-table = Cells outside the table
title-header-missing = Table without a header
title-amounts-in-units = Amounts in units
title-several-currencies = Several currencies
title-unknown-stage = Unknown stages
title-stage-missing = Deals without a stage
title-dates-out-of-order = Dates in an impossible order
title-fact-in-future = Dates in the future
title-stage-disagrees = Contradicting stages
title-dates-from-activities = Dates from calls and meetings
title-duplicate-id = Repeated numbers
title-close-date-missing = Closed without a date
title-inquiry-date-missing = No date of inquiry
title-owner-missing = No owner
title-value-missing = No value
title-absurd-amount = Impossible amounts
title-tiny-amount = Amounts of next to nothing
title-unusual-amount = Unusually large amounts
title-lost-reason-missing = Lost without a reason
title-lost-reason-unexpected = Reason for a loss, but not lost
title-likely-duplicate = Likely duplicates
title-filled-in-at-once = Filled in at one go
title-owners-merged = Spellings of owners merged
title-owners-looked-up = Owners by a list of names
title-sources-merged = Spellings of sources merged
title-campaigns-merged = Spellings of campaigns merged
title-shown-column-missing = Column to show not found
title-costs-read = Costs from a table of campaigns
title-rates-used = Amounts converted
title-several-pipelines = Several pipelines
title-pipeline-missing = No such pipeline
title-data-out-of-date = Sheet out of date
title-loss-stage-unknown = Stage of loss unknown
title-as-of-unreadable = --as-of is no date
title-period-unreadable = Period that cannot be read
title-target-unreadable = Target that cannot be read
title-memory-foreign = File that is no memory of lejek
title-memory-newer = Memory of a newer version
title-memory-damaged = Damaged memory
title-memory-busy = Memory in use
title-memory-failed = Memory that cannot be written
title-memory-without-copy = No such copy in the memory
title-copy-date-unreadable = Date of a copy that cannot be read
title-code-unknown = Unknown code
title-template-missing = No such template
title-template-unreadable = Template that cannot be read
title-template-key-unknown = Unknown key in the template
title-template-invalid = Template that contradicts itself
title-output-folder-unwritable = Folder that cannot be written
title-output-unwritable = File that cannot be written
title-output-exists = File that is there already
title-output-is-input = Output over an input
title-text-cut = Texts cut
title-list-cut = Lists cut
title-table-is-later = Table written later
title-copies-doubtful = Copies in doubt
title-fact-edited = Facts edited later
title-copy-dated = Copies dated from inside

## Check

check-title = Data quality as of { $as_of }
check-nothing = Nothing was noticed: every cell could be read.
check-further = and { $count ->
    [one] { $count } more
   *[other] { $count } more
}
check-of = { $count } of { $of }
check-unused = “{ $header }” ({ $place }, { $count ->
    [one] { $count } cell
   *[other] { $count } cells
}), e.g. “{ $example }”
check-cells = { $count ->
    [one] { $count } cell
   *[other] { $count } cells
} = { $sum }
check-more = Every place: lejek check … --all. What a code means: lejek explain CODE. As a sheet to work through: lejek report
count-errors = { $count ->
    [one] { $count } error
   *[other] { $count } errors
}
count-warnings = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
}
count-notes = { $count ->
    [one] { $count } note
   *[other] { $count } notes
}
cli-check = Say what is wrong or missing in the sheets, where, and what to do about it
cli-check-all = Print every place, not only the first ones
cli-check-fail-on = End with status 1 when there are messages with these codes (`lejek explain` lists them), or of any: any
cli-check-strict = End with status 1 when there are warnings
cli-check-json = Print the same as JSON

## Sheet “Data quality”

quality-cells = Cells of the sheets with deals
quality-unused-title = Columns that are not used
quality-no-column = no such column
quality-kind = What it is about
quality-cells-all = Cells
quality-cells-read = Read
quality-cells-rest = The others
quality-unused-note = To see one of them on the sheet Deals, list its header in a template: show = ["…"].
quality-column = Column
quality-header = Header
quality-merged-title = Spellings that count as one name
quality-merged-into = Counted as
quality-merged-what = In the column
quality-merged-spellings = Also written, on how many rows
quality-duplicates-title = Likely duplicates
quality-deal = Deal
quality-duplicate-of = May be the same as
quality-places = Where

### Messages: what, and under .hint what to do. A message's code is fixed and never changes meaning.

## Before a file can be read

file-missing = there is no file “{ $file }”
    .hint = check the name and the folder; put a name with blanks in quotes
not-a-file = “{ $file }” is neither a file nor a folder
    .hint = name a sheet's file, for example pipeline.xlsx
file-unreadable = cannot read the file “{ $file }” ({ $cause })
    .hint = check that you may read it and that no other program holds it
file-empty = the file “{ $file }” is empty
    .hint = save the sheet once more and name the saved file
file-too-large = the file “{ $file }” is too large: { $size }, the limit is { $limit }
    .hint = split the sheet into smaller files, or save the sheet that matters as CSV
not-a-spreadsheet = “{ $file }” is not a spreadsheet: it is { $found }
    .hint = name an .xlsx, .xls, .xlsb, .ods, .csv or .html file; the content counts, not the ending
password-protected = the file “{ $file }” is protected by a password
    .hint = open it in Excel, remove the password (File › Info › Protect Workbook) and save a copy
file-damaged = the file “{ $file }” is damaged: { $cause }
    .hint = open it in Excel or LibreOffice and save it anew, or take an earlier copy
file-over-limits = the file “{ $file }” is over a safety limit: { $limit }
    .hint = save the sheet with the deals alone to a new file, or as CSV
format-unsupported = the format of “{ $file }” is not read: { $format }
    .hint = open it in Excel or LibreOffice and save it as .xlsx
sheet-name-twice = two sheets of “{ $file }” are named “{ $sheet }”, so their cells cannot be told apart
    .hint = rename one of them and save the file
file-named-twice = “{ $file }” stands twice among the inputs; it was read once
standard-input-twice = standard input (-) stands twice among the inputs
    .hint = name - once; put further sheets into files
standard-input-empty = nothing came on standard input (-)
    .hint = pass the sheet on, for example: lejek report - < pipeline.csv
own-report = “{ $file }” is a report that lejek wrote, not a sheet of deals
    .hint = name the sheet from which it was made; if you keep your deals in this file, copy their sheet to a new workbook
folder-too-large = the folder “{ $folder }” holds more than { $count } files
    .hint = name the folder with the sheets themselves, or the files one by one
folder-without-sheets = the folder “{ $folder }” holds no sheet to read
    .hint = from a folder lejek takes .xlsx, .xlsm, .xlsb, .xls, .ods, .csv and .tsv files; name others one by one
files-left-out = left out of the folder: { $names } ({ $reason })
other-files-left-out = { $count ->
    [one] one other file was left out: its ending is not that of a sheet
   *[other] { $count } other files were left out: their endings are not those of sheets
}
    .hint = from a folder lejek takes .xlsx, .xlsm, .xlsb, .xls, .ods, .csv and .tsv files; name others one by one

## While reading

sheet-unreadable = cannot read the sheet ({ $cause })
    .hint = open the file in Excel or LibreOffice and save it anew
cell-unreadable = cannot read the cell ({ $cause })
    .hint = type the value again and save the file
error-cell = the cell holds the error “{ $value }”
    .hint = mend the formula; until then the cell counts as empty
formula-without-value = a formula without a stored result
    .hint = open the file in Excel or LibreOffice, recalculate and save; until then the cell counts as empty
serial-out-of-range = the number “{ $value }” is no date of any calendar
    .hint = type the date again; until then the cell counts as empty
number-not-finite = “{ $value }” is not a number
    .hint = type the number again; until then the cell counts as empty
cell-twice = the file holds this cell twice; the later one counts
    .hint = open the file in Excel or LibreOffice and save it anew
hidden-sheet-read = the sheet is hidden; it was read like the others
    .hint = if it should not count, delete it from a copy of the file
encoding-guessed = { $count ->
    [one] { $count } character cannot be read in the encoding { $encoding }
   *[other] { $count } characters cannot be read in the encoding { $encoding }
}
    .hint = save the file as “CSV UTF-8”
error-cells-may-be-missing = in .xlsb files formulas that fail (#REF!, #DIV/0!) read as empty
    .hint = if the sheet has formulas in its dates or amounts, save it as .xlsx
remarks-cut = { $count ->
    [one] { $count } further remark on the cells of this sheet is not listed
   *[other] { $count } further remarks on the cells of this sheet are not listed
}

## While recognising

template-picked = “{ $file }” is known by its headers: the template { $name } is used
    .hint = --template universal reads it without; lejek templates { $name } prints what the template says
sheet-without-deals = the sheet holds no deals: { $reason }
    .hint = if it does, name the columns in a header row: stage, inquiry date, owner
no-table-found = “{ $file }” has no table of deals: { $looked }
    .hint = a header row is needed, and a column with the stage (Stage, Status) or columns with the dates of stages
unreadable-date = cannot read the date “{ $value }” (column “{ $header }”)
    .hint = type the date as 2026-01-31; until then the cell counts as empty
unreadable-amount = cannot read the amount “{ $value }” (column “{ $header }”)
    .hint = type a number, or a number with a currency; until then the cell counts as empty
date-without-day = “{ $value }” (column “{ $header }”) names no day
    .hint = type the day, such as 2026-01-31; a month, quarter or week alone counts only as the expected close, by its last day
amount-is-range = “{ $value }” (column “{ $header }”) is two amounts; lejek does not choose between them
    .hint = type the one amount that is to count; until then the cell counts as empty
unreadable-cell = cannot read “{ $value }” (column “{ $header }”) as: { $field }
    .hint = mend the cell, or tie the column to another field in a template; until then the cell counts as empty
date-order-assumed = the column “{ $header }” does not tell day from month; “{ $value }” is read as { $order }
    .hint = store dates as Excel dates, or as 2026-01-31
year-assumed = the date “{ $value }” (column “{ $header }”) has no year; { $year } is assumed
    .hint = add the year
column-claimed-twice = the columns “{ $header }” and “{ $other }” fit the same field: { $field }; the second is used
    .hint = if that is wrong, name the right column under [columns] in a template
row-skipped = the row is skipped: { $reason }
cells-outside-table = { $count ->
        [one] one cell { $place } is not read ({ $area }: “{ $value }”)
       *[other] { $count } cells { $place } are not read ({ $area }, the first: “{ $value }”)
    }
    .hint = if there are deals in it, give them a header row of their own, or move them to another sheet
header-missing = the table has no header row; what its columns mean is told by their cells alone
    .hint = write the names of the columns above the table (Company, Stage, Value …), or tie them in a template
amounts-in-units = the header “{ $header }” counts in units of { $count }: every bare number was multiplied
    .hint = if the cells hold whole amounts, take the unit out of the header
owners-looked-up = the codes in the column “{ $header }” ({ $count }) are shown as the names that { $place } has for them
    .hint = to keep the codes, read the files without that sheet
several-currencies = the sheet has several currencies ({ $currencies }); they are not added together
    .hint = if they are to be added, give exchange rates in a template: [rates]

## While putting deals together

unknown-stage = the stage “{ $word }” is not known ({ $count ->
    [one] { $count } row
   *[other] { $count } rows
}); its place in the funnel: { $place }
    .hint = add the word to the aliases of a stage, or as a [[stage]] of its own, in a template
stage-missing = the deal has no stage; it counts at the first one
    .hint = fill in the stage
dates-out-of-order = dates in an order that cannot be: “{ $later }” ({ $later_day }) before “{ $earlier }” ({ $earlier_day })
    .hint = correct the dates; until then the later stage counts as reached without a date
fact-in-future = the date { $value } (“{ $field }”) is later than the day of the report
    .hint = correct the date, or let the report speak for a later day: --as-of
stage-disagrees = the stage is “{ $word }” here and “{ $other }” in { $place }
    .hint = correct the one that is out of date; the later one counts, else the further one
table-is-later = the table says “{ $word }”, which was written after the report’s date; in { $place } it was still “{ $other }”
    .hint = the change log counts; without --as-of, the report speaks for today
copies-doubtful = the rows { $other } and { $place } may be one deal, but another row fits about as well; they are counted as two
    .hint = say which it is in the template: [[same]] or [[different]] with rows = ["{ $other }", "{ $place }"]
fact-edited = the { $fact } was { $before } in the copy of { $day } and is { $after } now; the earlier counts
    .hint = what happened once does not change: put the earlier one back, or correct the earlier copy
copy-dated = taken for the copy of { $day }: { $reason }
    .hint = write the day into the file's name, lejek_2026-11-20.xlsx, or say it with --copy-date FILE=DATE
memory-foreign = “{ $file }” is no memory of lejek's
    .hint = name another file after --history; this one stays as it is
memory-newer = “{ $file }” was written by a newer lejek
    .hint = use that version; this one leaves the file as it is
memory-damaged = the memory “{ $file }” is damaged: { $cause }
    .hint = bring it back from a backup, or name a new file after --history; this one stays as it is
memory-busy = another run is writing into “{ $file }”
    .hint = wait until it is done and run again
memory-failed = cannot use “{ $file }” as memory: { $cause }
    .hint = check that the folder is there and may be written
memory-without-copy = “{ $file }” has no copy number { $value }
    .hint = `lejek history { $file }` lists them
copy-date-unreadable = cannot use --copy-date { $value }
    .hint = write FILE=DATE with a file of this run, e.g. lejek_stary.xlsx=2026-11-13
dates-from-activities = dates taken from calls, meetings and mails: { $count } of first contacts, { $follow_ups } of follow-ups
    .hint = a column with the date of first contact in the table of deals takes precedence
duplicate-id = the number “{ $value }” stands on { $count ->
    [one] { $count } row
   *[other] { $count } rows
} ({ $names }); each counts as a deal of its own
    .hint = give the deals different numbers, or delete the repeated rows
close-date-missing = the deal is closed but has no date of closing
    .hint = fill in the close date
inquiry-date-missing = the deal has no date of inquiry
    .hint = fill in the date of inquiry; without it first contact cannot be measured
owner-missing = the deal has no owner
    .hint = fill in the owner
value-missing = the deal has no value
    .hint = fill in a value, if only an estimate
absurd-amount = the amount { $value } does not look like the value of a deal
    .hint = correct the amount
tiny-amount = the amount { $value } on a deal that was offered or won
    .hint = fill in the value of the deal
unusual-amount = the amount { $value } is more than a thousand times the usual one ({ $other })
    .hint = correct the amount, if a digit or a telephone number slipped in
lost-reason-missing = the deal is lost without a reason
    .hint = fill in why it was lost
lost-reason-unexpected = a reason for the loss (“{ $value }”), but the deal is in “{ $word }”
    .hint = correct the stage, or delete the reason
likely-duplicate = “{ $name }”: nearly the same deal as in { $other }; both count
    .hint = delete one of the rows if it is the same inquiry
filled-in-at-once = { $count ->
    [one] { $count } row has
   *[other] { $count } rows have
} one minute in “{ $header }”: { $value }; the history was probably filled in afterwards
    .hint = times in stages rest on these dates: write the day on which the deal really moved
owners-merged = one owner, “{ $name }”; also written: { $found }
    .hint = if they are different people, write their full names, or list them under [owners] in a template
sources-merged = one source, “{ $name }”; also written: { $found }
    .hint = other names for a source stand under [sources] in a template
campaigns-merged = one campaign, “{ $name }”; also written: { $found }
    .hint = write the campaign the same way on every row
shown-column-missing = no sheet has the column “{ $header }” that the template shows
    .hint = write it as the sheet does; the headers are listed by: lejek inspect
costs-read = this sheet tells what { $count ->
        [one] { $count } campaign or source
       *[other] { $count } campaigns or sources
    } cost
    .hint = where the rows of deals tell another cost, this one counts; each row of the sheet is a part
rates-used = { $count ->
    [one] { $count } amount
   *[other] { $count } amounts
} converted at the rates of the template: { $currencies }
several-pipelines = deals of several pipelines are counted together: { $known }
    .hint = name one of them in a template: pipeline = "…"
pipeline-missing = no row is in the pipeline “{ $name }”; there are: { $known }
    .hint = correct pipeline = "…" in the template
data-out-of-date = the newest entry is of { $newest }, but the report speaks for { $as_of }: { $count ->
    [one] { $count } day
   *[other] { $count } days
} later
    .hint = name the day on which the sheet was up to date: --as-of { $newest_iso }
loss-stage-unknown = { $count ->
    [one] for { $count } lost deal the sheet does not tell at which stage it was lost
   *[other] for { $count } lost deals the sheet does not tell at which stage they were lost
}
    .hint = leave the last stage in the stage column and write the loss in another (Status), or add dates of stages; the report will then show where deals are lost

## Command line, template, outputs

as-of-unreadable = “{ $value }” is not a date
    .hint = write --as-of 2026-11-20 or --as-of 2026-11-20T16:00
period-unreadable = “{ $value }” is no period that has begun
    .hint = write --period week, month or quarter, or two days: --period 2026-11-01..2026-11-20
target-unreadable = “{ $value }” is no target
    .hint = write --target 500000 for this quarter, or --target 150000/month or 2000000/year
code-unknown = there is neither a message nor a rule “{ $value }”
    .hint = { $suggestion ->
        [none] list them all: lejek explain
       *[other] did you mean { $suggestion }? All are listed by: lejek explain
    }
template-missing = there is no template “{ $name }”
    .hint = built in are: { $known }; name your own as a .toml file
template-unreadable = cannot read the template “{ $file }”: { $cause }
    .hint = compare with a built-in one: lejek templates universal
template-key-unknown = template “{ $file }”, line { $line }: there is no key “{ $key }”
    .hint = did you mean: { $suggestion }?
template-invalid = template “{ $file }”, “{ $key }”: { $cause }
    .hint = compare with a built-in one: lejek templates universal
output-folder-unwritable = cannot write to the folder “{ $folder }” ({ $cause })
    .hint = name another folder: -o FOLDER
output-unwritable = cannot write the file “{ $file }” ({ $cause })
    .hint = close the file in Excel and run again; the previous one is unchanged
output-exists = the file “{ $file }” is there already
    .hint = name another file, or add --force to replace it
output-is-input = the output “{ $file }” would overwrite an input
    .hint = name another folder: -o FOLDER
text-cut = { $count ->
    [one] { $count } text was cut
   *[other] { $count } texts were cut
} at 32,767 characters, the limit of a spreadsheet's cell
    .hint = read the whole text in the row of the input, or in report.json
list-cut = the sheet “{ $sheet }” shows the { $shown } most important of { $count } rows
    .hint = the others are in report.json

## What stands in the places of the messages above

found-archive = a compressed archive
found-binary = a file that holds no text
found-compound = an Office file without a workbook
found-database = a database
found-document = a text document
found-json = JSON
found-lock-file = a mark that another program leaves beside an open file
found-message = an e-mail message
found-page-without-table = a web page without a table
found-pdf = a PDF document
found-picture = a picture
found-presentation = a presentation
found-program = a program
found-xml = an XML document

aside-hidden = hidden
aside-link = links to folders
aside-lock-file = marks beside open files
aside-own-report = lejek's own reports

damage-checksum = its checksums are wrong
damage-compression = a part of it is packed in a way that no spreadsheet program uses
damage-cut-off = it is cut off, its end is missing
damage-open-quote = a quotation mark opens a field and is never closed
damage-part-twice = two of its parts share one name
damage-structure = its structure breaks the rules of its format
damage-zeros = it holds nothing but zeros; a copy or a synchronisation did not finish

limit-cells = number of cells
limit-memory = memory for reading it
limit-merged = number of merged areas
limit-parts = number of parts in the package
limit-sheets = number of sheets
limit-text = amount of text
limit-time = time for reading it
limit-unpacked = size when unpacked

fault-merged = its merged areas make no sense; it was read without them
fault-outside-sheet = it lies outside the sheet
fault-text-garbled = its text is garbled
fault-text-too-long = its text is longer than a cell can hold

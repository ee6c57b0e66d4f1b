### Summary on the terminal.

terminal-title = Sales funnel as of { $as_of }
terminal-totals = { $count ->
    [one] { $count } deal
   *[other] { $count } deals
}: open { $open }, won { $won }, lost { $lost }, deferred { $deferred }
terminal-skipped = { $count ->
    [one] { $count } row
   *[other] { $count } rows
} skipped – the sheet “Data quality” says why
terminal-onward = { $share } went on
terminal-first-contact = First contact within { $limit } h: { $share } of { $count } inquiries; overdue without contact: { $waiting }
terminal-first-contact-untold = First contact within { $limit } h: cannot be told for { $open } of { $count } inquiries; overdue without contact: { $waiting }
terminal-first-contact-young = First contact within { $limit } h: no inquiry is old enough yet
terminal-first-contact-unknown = First contact: cannot be measured – { $reason }
terminal-follow-up = Follow-up within { $limit } h: { $share } of { $count } offers; overdue without follow-up: { $waiting }
terminal-follow-up-untold = Follow-up within { $limit } h: cannot be told for { $open } of { $count } offers; overdue without follow-up: { $waiting }
terminal-follow-up-young = Follow-up within { $limit } h: no offer is old enough yet
terminal-follow-up-unknown = Follow-up: cannot be measured – { $reason }
terminal-stalled = { $count ->
    [0] No deal is over the limit of its stage
    [one] { $count } deal stalled, worth { $value }
   *[other] { $count } deals stalled, worth { $value }
}
terminal-findings = { $count ->
    [0] To do: nothing urgent
   *[other] To do: { $count }
}
terminal-more = {" "}and { $count ->
    [one] { $count } more like it
   *[other] { $count } more like it
}
terminal-quality = All remarks with their places: sheet “Data quality”
terminal-written = Written to { $folder }: { $files }

template-universal = six stages from inquiry to close; the default
template-extended = also meeting, negotiation, deferred decisions and after-sales
template-b2b = selling to firms: qualification, meeting, offer, negotiation, contract
template-b2c = selling to consumers: a short way, short limits

## Help

cli = From the sheets of a sales team to a report: where deals are lost, which stall, who waits for a call
cli-heading-usage = Usage
cli-heading-verbs = Commands
cli-heading-arguments = Arguments
cli-heading-options = Options
cli-help = Print help
cli-version = Print the version
cli-report = Write the report: report.xlsx, pictures, report.json and a summary on the terminal
cli-inputs = Sheets to read (.xlsx, .xlsm, .xls, .xlsb, .ods, .csv, .html tables), folders of them, or - for standard input
cli-report-output = Folder for the report
cli-template = Pipeline and its rules: a built-in template's name, or a .toml file
cli-as-of = The moment to speak for: 2026-11-20 or 2026-11-20T16:00; else the date in the file's name, else today
cli-lang = Language of what is written: pl or en; else that of the sheet's headers
cli-report-conversion = Which deals count at a stage: reached (came as far), strict (stood in every stage before) or snapshot (are there or further up now)
cli-report-conversion-days = Horizon of conversion in days; else taken from the sales cycle
cli-report-split-by = Also write one small workbook for each seller, ready to be sent
cli-report-period = The days to hold against those before: week (from Monday), month, quarter, or 2026-11-01..2026-11-20
cli-report-pictures = Forms of the pictures: png, svg, both (png,svg) or none
cli-report-target = What is to be sold in this quarter (or /month, /year): how far the open deals would reach
cli-report-fail-on = End with status 1 when there are findings of these rules (`lejek explain` lists them), or of any: any
cli-report-strict = End with status 1 when there are warnings about the sheets
cli-report-json = Print report.json instead of the summary
cli-report-quiet = Print nothing but errors
cli-inspect = Show what was understood of the sheets: layout, columns, stages, and why
cli-inspect-json = Print the same as JSON
cli-inspect-write = Save what was understood as a template, with scores, reasons and examples as comments, to edit and to run with; - for standard output
cli-inspect-force = Replace the file of --write when it is there already
cli-history = List, show or forget what --history keeps
cli-history-file = The memory
cli-history-show = Print the copy of this number
cli-history-keep = Forget all copies but so many of the newest
cli-history-forget-before = Forget the copies that were made before this day
cli-report-history = Keep the sheets as they stand in this file, and read their earlier states from it; made when it is not there
cli-copy-date = When a file stood as it is, where neither its name nor a cell says it: lejek_stary.xlsx=2026-11-13
history-kept = { $count ->
    [0] No copies are kept.
    [one] { $count } copy
   *[other] { $count } copies
}
history-rows = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
history-forgotten = { $count ->
    [one] { $count } copy forgotten
   *[other] { $count } copies forgotten
}; kept: { $others }
cli-templates = List the built-in templates, or print one to copy and change
cli-templates-name = The template to print
cli-explain = Say what a message or a finding means and what to do
cli-explain-code = A message's code, or a finding's rule; without it all are listed

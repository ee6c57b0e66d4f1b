//! Small workbooks, and which of their rows are found to speak of one deal.

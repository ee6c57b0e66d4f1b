//! Compound files made by hand: an .xls workbook, and streams of other names.

/// Sectors of 512 bytes: the table of sectors, the directory, then the stream.
const SECTOR: usize = 512;
const END_OF_CHAIN: u32 = 0xFFFF_FFFE;
const FREE: u32 = 0xFFFF_FFFF;
const TABLE: u32 = 0xFFFF_FFFD;

/// A compound file with one stream, which is at least 4,096 bytes long so that it has sectors of its own.
pub(crate) fn with_stream(name: &str, stream: &[u8]) -> Vec<u8> {
    assert!(stream.len() >= 4_096, "short streams are kept elsewhere");
    let sectors = stream.len().div_ceil(SECTOR) as u32;
    let mut file = header();
    let mut table = vec![TABLE, END_OF_CHAIN];
    table.extend((0..sectors).map(|sector| if sector + 1 == sectors { END_OF_CHAIN } else { sector + 3 }));
    table.resize(SECTOR / 4, FREE);
    file.extend(table.into_iter().flat_map(u32::to_le_bytes));
    file.extend(entry("Root Entry", 5, END_OF_CHAIN, 0, 1));
    file.extend(entry(name, 2, 2, stream.len() as u32, FREE));
    file.extend([0; 2 * 128]);
    file.extend(stream);
    file.resize(file.len().next_multiple_of(SECTOR), 0);
    file
}

fn header() -> Vec<u8> {
    let mut header = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1".to_vec();
    header.extend([0; 16]);
    // Version, byte order, sizes of sectors (2^9) and of short sectors (2^6).
    header.extend([0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0]);
    header.extend([0; 10]);
    // One sector of table; the directory begins at sector 1; streams under 4,096 bytes are short; none are.
    header.extend([1, 1, 0, 4_096, END_OF_CHAIN, 0, END_OF_CHAIN, 0].into_iter().flat_map(u32::to_le_bytes));
    header.extend(0_u32.to_le_bytes());
    header.resize(SECTOR, 0xFF);
    header
}

fn entry(name: &str, kind: u8, first: u32, size: u32, child: u32) -> Vec<u8> {
    let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    entry.resize(64, 0);
    entry.extend(((name.len() + 1) as u16 * 2).to_le_bytes());
    entry.extend([kind, 1]);
    entry.extend([FREE, FREE, child].into_iter().flat_map(u32::to_le_bytes));
    entry.resize(116, 0);
    entry.extend(first.to_le_bytes());
    entry.extend(u64::from(size).to_le_bytes());
    entry
}

/// An Excel 97 workbook with one sheet of four cells: a text, a number, a truth and an error.
pub(crate) fn xls() -> Vec<u8> {
    let begin = |kind: u16| record(0x0809, &[&[0, 6], &kind.to_le_bytes()[..], &[0; 12]].concat());
    let end = record(0x000A, &[]);
    let code_page = record(0x0042, &1_200_u16.to_le_bytes());
    let name = b"Szanse";
    let sheet_entry = |at: u32| record(0x0085, &[&at.to_le_bytes()[..], &[0, 0, name.len() as u8, 0], name].concat());
    let globals = begin(5).len() + code_page.len() + sheet_entry(0).len() + end.len();
    let mut stream = [begin(5), code_page, sheet_entry(globals as u32), end.clone()].concat();
    stream.extend(begin(16));
    stream.extend(cell(0x0204, 0, 0, &[4, 0, 0, b'E', b't', b'a', b'p']));
    stream.extend(cell(0x0203, 0, 1, &12_500.5_f64.to_le_bytes()));
    stream.extend(cell(0x0205, 2, 1, &[1, 0]));
    stream.extend(cell(0x0205, 2, 2, &[0x2A, 1]));
    stream.extend(end);
    stream.resize(stream.len().max(4_096), 0);
    with_stream("Workbook", &stream)
}

fn record(kind: u16, content: &[u8]) -> Vec<u8> {
    [&kind.to_le_bytes()[..], &(content.len() as u16).to_le_bytes(), content].concat()
}

fn cell(kind: u16, row: u16, column: u16, content: &[u8]) -> Vec<u8> {
    record(kind, &[&row.to_le_bytes()[..], &column.to_le_bytes(), &[0, 0], content].concat())
}

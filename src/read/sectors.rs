//! A compound file in; whether its streams are all there, out. The library fills what is missing with zeros, and
//! follows a chain that bites its own tail until memory ends.

/// A stream as the directory describes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stream {
    first: u32,
    size: u64,
}

/// The last sector of a chain points to no sector of the file.
const LARGEST_SECTOR: u32 = 0xFFFF_FFFA;

/// Streams below this size lie together in the stream of the root entry.
const SHORT: u64 = 4_096;

/// The directory's entry of this name. Entries are 128 bytes long and begin with the name in UTF-16, whose length
/// with the final zero stands at 64.
pub(super) fn stream(bytes: &[u8], name: &str) -> Option<Stream> {
    let wide: Vec<u8> = name.encode_utf16().chain([0]).flat_map(u16::to_le_bytes).collect();
    let length = (wide.len() as u16).to_le_bytes();
    let entry = bytes.chunks_exact(128).find(|entry| entry.starts_with(&wide) && entry.get(64..66) == Some(&length))?;
    Some(Stream { first: number(entry, 116)?, size: u64::from(number(entry, 120)?) })
}

/// Whether every byte of a stream is in the file.
pub(super) fn is_whole(bytes: &[u8], stream: Stream) -> bool {
    let stream = if stream.size < SHORT { self::stream(bytes, "Root Entry").unwrap_or(stream) } else { stream };
    let Some(sectors) = Sectors::of(bytes) else { return false };
    let Some(table) = sectors.table() else { return false };
    let mut missing = stream.size;
    let mut sector = stream.first;
    // A chain cannot be longer than the table, whatever the directory claims.
    for _ in 0..=table.len() {
        if missing == 0 {
            return true;
        }
        let there = sectors.get(sector).map_or(0, <[u8]>::len) as u64;
        if there < missing.min(sectors.size as u64) {
            return false;
        }
        missing = missing.saturating_sub(there);
        sector = table.get(sector as usize).copied().unwrap_or(u32::MAX);
    }
    false
}

/// Whether the directory itself lies behind the end of the file.
pub(super) fn directory_is_missing(bytes: &[u8]) -> bool {
    let found = Sectors::of(bytes)
        .and_then(|sectors| sectors.get(number(bytes, 48)?).map(|sector| sector.len() == sectors.size));
    found != Some(true)
}

struct Sectors<'a> {
    bytes: &'a [u8],
    size: usize,
}

impl<'a> Sectors<'a> {
    /// The size of sectors is the power of two at 30: 512 or 4,096.
    fn of(bytes: &'a [u8]) -> Option<Self> {
        let power = number(bytes, 28)? >> 16;
        (9..=12).contains(&power).then(|| Self { bytes, size: 1 << power })
    }

    /// A sector, or what is left of it. The first follows a header of its size.
    fn get(&self, sector: u32) -> Option<&'a [u8]> {
        let start = (sector as usize + 1).checked_mul(self.size)?;
        self.bytes.get(start..self.bytes.len().min(start + self.size))
    }

    /// The table that names the sector after each sector. Where it stands is told by the header, and by sectors
    /// of their own in files above seven megabytes.
    fn table(&self) -> Option<Vec<u32>> {
        let mut places = numbers(self.bytes.get(76..512)?);
        let mut further = number(self.bytes, 68)?;
        while further < LARGEST_SECTOR {
            let mut more = numbers(self.get(further)?);
            further = more.pop()?;
            places.extend(more);
            if places.len() > self.bytes.len() / self.size + 256 {
                return None;
            }
        }
        let mut table = Vec::new();
        for place in places.into_iter().filter(|place| *place < LARGEST_SECTOR) {
            table.extend(numbers(self.get(place)?));
        }
        Some(table)
    }
}

fn number(bytes: &[u8], at: usize) -> Option<u32> {
    numbers(bytes.get(at..at + 4)?).pop()
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    bytes.chunks_exact(4).filter_map(|four| four.try_into().ok()).map(u32::from_le_bytes).collect()
}

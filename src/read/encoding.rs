//! Bytes of a text file in, text out: the encoding is found, and what does not fit it is counted.

use std::sync::Arc;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, ISO_8859_2, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1250, WINDOWS_1252};

use crate::diagnostic::{Code, Diagnostic};
use crate::locus::Locus;

/// A text with what is known of its bytes.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded {
    /// The text, without a byte order mark.
    pub(super) text: String,
    /// Name of the encoding.
    pub(super) encoding: &'static str,
    /// Characters that the encoding does not have: a sign that it is another one.
    pub(super) unreadable: usize,
}

impl Decoded {
    /// What there is to say when characters could not be read.
    pub(super) fn remark(&self, file: &Arc<str>) -> Option<Diagnostic> {
        (self.unreadable > 0).then(|| {
            Diagnostic::new(Code::EncodingGuessed)
                .at(Locus::file(file))
                .with("encoding", self.encoding)
                .with("count", self.unreadable)
        })
    }
}

/// Decodes a text, or says nothing when the bytes are no text.
pub(super) fn decode(bytes: Vec<u8>) -> Option<Decoded> {
    decode_as(bytes, single_byte)
}

/// Decodes markup, which names its encoding near its beginning. What the bytes themselves prove is stronger: pages
/// are saved anew without the name being changed.
pub(super) fn decode_markup(bytes: Vec<u8>) -> Option<Decoded> {
    decode_as(bytes, |bytes| named(bytes).unwrap_or_else(|| single_byte(bytes)))
}

/// The encoding that markup names: `charset=windows-1250`, `encoding="windows-1250"`.
fn named(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = bytes.get(..bytes.len().min(4 << 10)).unwrap_or_default().to_ascii_lowercase();
    let head = String::from_utf8_lossy(&head);
    ["charset=", "encoding="].iter().find_map(|key| {
        let name = head.split_once(key)?.1.trim_start_matches(['"', '\'', ' ']);
        let name: String =
            name.chars().take_while(|letter| letter.is_ascii_alphanumeric() || "-_".contains(*letter)).collect();
        Encoding::for_label(name.as_bytes())
    })
}

fn decode_as(bytes: Vec<u8>, otherwise: impl Fn(&[u8]) -> &'static Encoding) -> Option<Decoded> {
    if let Some((encoding, mark)) = Encoding::for_bom(&bytes) {
        return finished(encoding, bytes.get(mark..).unwrap_or_default());
    }
    if let Some(encoding) = utf_16_without_mark(&bytes) {
        return finished(encoding, &bytes);
    }
    let bytes = match String::from_utf8(bytes) {
        Ok(text) => return is_text(&text).then_some(Decoded { text, encoding: UTF_8.name(), unreadable: 0 }),
        Err(not_utf8) => not_utf8.into_bytes(),
    };
    finished(if is_almost_utf8(&bytes) { UTF_8 } else { otherwise(&bytes) }, &bytes)
}

fn finished(encoding: &'static Encoding, bytes: &[u8]) -> Option<Decoded> {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let unreadable = text.chars().filter(|letter| matches!(letter, '\u{FFFD}' | '\u{80}'..='\u{9F}')).count();
    is_text(&text).then(|| Decoded { text: text.into_owned(), encoding: encoding.name(), unreadable })
}

/// Text has no zeros, and hardly any other control characters.
fn is_text(text: &str) -> bool {
    let odd = text.chars().filter(|letter| letter.is_ascii_control() && !letter.is_ascii_whitespace()).count();
    !text.contains('\0') && odd * 100 <= text.len()
}

/// In UTF-16 every other byte of Latin text is zero.
fn utf_16_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = bytes.get(..bytes.len().min(4 << 10)).unwrap_or_default();
    let zeros = |parity| sample.iter().skip(parity).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    let many = sample.len() / 4;
    match (even > many && odd == 0, odd > many && even == 0) {
        (true, _) => Some(UTF_16BE),
        (_, true) => Some(UTF_16LE),
        _ => None,
    }
}

/// UTF-8 with a few broken bytes must not be taken for an encoding in which no byte is broken, or every Polish
/// letter would become two strange ones.
fn is_almost_utf8(bytes: &[u8]) -> bool {
    let text = String::from_utf8_lossy(bytes);
    let broken = text.chars().filter(|letter| *letter == '\u{FFFD}').count();
    let whole = text.chars().filter(|letter| !letter.is_ascii() && *letter != '\u{FFFD}').count();
    whole > broken * 10
}

/// The encodings of one byte a letter that sheets from Poland and its neighbours come in.
const SINGLE_BYTE: [&Encoding; 3] = [WINDOWS_1250, ISO_8859_2, WINDOWS_1252];

fn single_byte(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let guess = detector.guess(Some(b"pl"), Utf8Detection::Deny);
    if SINGLE_BYTE.contains(&guess) { guess } else { WINDOWS_1250 }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PANGRAM: &str = "Firma;Opis\nŻółw;Pchnąć w tę łódź jeża lub ośm skrzyń fig. ZAŻÓŁĆ GĘŚLĄ JAŹŃ\n";

    #[track_caller]
    fn check(bytes: Vec<u8>, encoding: &str) {
        let decoded = Decoded { text: PANGRAM.into(), encoding: UTF_8.name(), unreadable: 0 };
        let found = decode(bytes).expect("text");
        assert_eq!(found, Decoded { encoding: found.encoding, ..decoded });
        assert_eq!(found.encoding, encoding);
    }

    fn utf_16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes_of).collect()
    }

    #[test]
    fn polish_letters_are_right_in_every_encoding() {
        let marked = format!("\u{FEFF}{PANGRAM}");
        check(PANGRAM.into(), "UTF-8");
        check(marked.clone().into(), "UTF-8");
        check(utf_16(PANGRAM, u16::to_le_bytes), "UTF-16LE");
        check(utf_16(PANGRAM, u16::to_be_bytes), "UTF-16BE");
        check(utf_16(&marked, u16::to_le_bytes), "UTF-16LE");
        check(utf_16(&marked, u16::to_be_bytes), "UTF-16BE");
        check(WINDOWS_1250.encode(PANGRAM).0.into_owned(), "windows-1250");
        check(ISO_8859_2.encode(PANGRAM).0.into_owned(), "ISO-8859-2");
    }

    #[test]
    fn a_broken_byte_is_counted_and_spoils_nothing_else() {
        let mut bytes = PANGRAM.as_bytes().to_vec();
        bytes.push(0xB3);
        let found = decode(bytes).expect("text");
        assert_eq!(found, Decoded { text: format!("{PANGRAM}\u{FFFD}"), encoding: "UTF-8", unreadable: 1 });
    }

    #[test]
    fn an_unknown_encoding_shows_by_letters_that_it_cannot_hold() {
        // "ł" and "ś" of DOS.
        let found = decode(b"Firma;Opis\nZ\x88oty;\x98wit\n".to_vec()).expect("text");
        assert_eq!(found.unreadable, 2);
    }

    #[test]
    fn bytes_that_are_no_text_are_refused() {
        assert_eq!(decode(b"Firma;Opis\nA\0B;C\n".to_vec()), None);
        assert_eq!(decode((0..=255).collect()), None);
    }
}

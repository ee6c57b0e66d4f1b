#!/usr/bin/env python3
"""Makes the two weights of "Lejek Sans" from Lato 2.007 (https://www.latofonts.com, SIL Open Font License).

    pip install fonttools
    python3 make.py FOLDER_WITH_LATO    # on Debian: /usr/share/fonts/truetype/lato, package fonts-lato

"Lato" is a reserved font name, so a version cut to fewer letters must bear another one. Kept are the letters of
Latin and Cyrillic script that European firms write their names in, the signs that the pictures use, and the
legacy `kern` table, which is the kerning that the drawing code reads. Hinting is dropped: nothing here draws
letters so small that it would help.
"""

import os
import sys

from fontTools import subset
from fontTools.ttLib import TTFont

NAME = "Lejek Sans"
UNICODES = (
    "U+0020-007E,U+00A0-017F,U+0218-021B,U+0300-0304,U+0306-0308,U+030A-030C,U+0327,U+0328,"
    "U+0400-045F,U+0490-0491,U+2009,U+2010-2015,U+2018-201E,U+2020-2022,U+2026,U+202F,U+2030,U+2032,U+2033,"
    "U+2039,U+203A,U+20AC,U+2190-2193,U+2212,U+2248,U+2260,U+2264,U+2265"
)


def make(source: str, weight: str) -> None:
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.legacy_kern = True
    options.notdef_outline = True
    options.drop_tables += ["GPOS", "GSUB", "GDEF", "gasp"]
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    font = subset.load_font(os.path.join(source, f"Lato-{weight}.ttf"), options)
    cut = subset.Subsetter(options)
    cut.populate(unicodes=subset.parse_unicodes(UNICODES))
    cut.subset(font)

    postscript = NAME.replace(" ", "") + "-" + weight
    names = {1: NAME, 3: f"2.007;{postscript}", 4: f"{NAME} {weight}", 6: postscript}
    for record in list(font["name"].names):
        if record.nameID in names:
            font["name"].setName(names[record.nameID], record.nameID, record.platformID, record.platEncID, record.langID)
    font["head"].modified = font["head"].created
    font.recalcTimestamp = False

    target = os.path.join(os.path.dirname(os.path.abspath(__file__)), f"{postscript}.ttf")
    font.save(target)
    check(target)


def check(target: str) -> None:
    """No name but the copyright line may still say "Lato"; kerning and every promised letter must be there."""
    font = TTFont(target)
    for record in font["name"].names:
        assert record.nameID in (0, 13) or "Lato" not in record.toUnicode(), record.toUnicode()
    assert font["kern"].kernTables[0].kernTable
    missing = set(subset.parse_unicodes(UNICODES)) - set(font.getBestCmap())
    print(os.path.basename(target), os.path.getsize(target), "bytes; not in the source:", sorted(map(hex, missing)))


if __name__ == "__main__":
    for weight in ("Regular", "Bold"):
        make(sys.argv[1], weight)

#!/usr/bin/env python3
"""Makes the fonts of the charts' Korean and Japanese: cjk-regular.otf and cjk-bold.otf, beside this file.

    pip install fonttools==4.68.0
    apt download fonts-noto-cjk && dpkg -x fonts-noto-cjk_*.deb noto
    ./subset.py noto/usr/share/fonts/opentype/noto

They are Noto Sans CJK JP (SIL Open Font License 1.1, OFL.txt), which has Hangul, too, cut down to the characters that
the charts' own texts hold and, in the regular weight, those of names.txt. A test of src/plot/font.rs fails where one of
the texts is missing: run this again then.
"""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTCollection

HERE = Path(__file__).resolve().parent
SOURCES = HERE.parent.parent
# What the charts' texts are put together from: the test in plot/font.rs has the same list.
NONE = {"font.rs", "png.rs", "layout.rs", "recognised.rs", "source_name.rs", "unknown_goal.rs"}
ROOMS = ("judges", "lang", "model", "plot")
TEXTS = [file for room in ROOMS for file in SOURCES.glob(f"{room}/**/*.rs") if file.name not in NONE]
FAMILY = "cpt CJK"


def is_cjk(char):
    """Whether Noto Sans, which writes the rest, has it not."""
    return "\u1100" <= char <= "\u11ff" or "\u2e80" <= char <= "\ud7ff" or "\uf900" <= char <= "\uffef"


def characters(paths):
    return {char for path in paths for char in path.read_text("utf-8") if is_cjk(char)}


def cut(font, chars, path):
    options = subset.Options(
        layout_features=[],
        hinting=False,
        name_IDs=[0, 1, 2, 4, 5, 6, 13, 14],
        notdef_outline=True,
        drop_tables=["BASE", "GPOS", "GSUB", "VORG", "vhea", "vmtx"],
    )
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=[ord(char) for char in chars])
    cutter.subset(font)
    style = font["name"].getDebugName(2)
    for record in font["name"].names:
        named = {1: FAMILY, 4: f"{FAMILY} {style}", 6: f"cptCJK-{style}"}
        if record.nameID in named:
            record.string = named[record.nameID]
    font["CFF "].cff.fontNames[0] = f"cptCJK-{style}"
    missing = chars - {chr(code) for code in font.getBestCmap()}
    if missing:
        print(f"{path.name}: no glyph for {''.join(sorted(missing))}")
    font.save(path)
    print(f"{path.name}: {len(chars)} characters, {path.stat().st_size} bytes")


def main():
    folder = Path(sys.argv[1])
    texts = characters(TEXTS)
    names = characters([HERE / "names.txt"])
    kana = {char for char in names if char < "\u3400"}
    for style, chars in [("Regular", texts | names), ("Bold", texts | kana)]:
        font = TTCollection(folder / f"NotoSansCJK-{style}.ttc", recalcTimestamp=False).fonts[0]
        cut(font, chars, HERE / f"cjk-{style.lower()}.otf")


main()

//! Tables as JSON Lines.

use serde::ser::{Serialize, SerializeMap, Serializer};

use super::super::table::{Cell, Column, Datum, Table};

/// A JSON object a line, its keys the columns' names, every text as it is.
pub fn json_lines(table: &Table<'_>) -> Result<String, serde_json::Error> {
    let mut text = String::new();
    for cells in &table.rows {
        text.push_str(&super::to_line(&Row { columns: &table.columns, cells })?);
    }
    Ok(text)
}

struct Row<'a> {
    columns: &'a [Column],
    cells: &'a [Cell<'a>],
}

impl Serialize for Row<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.cells.len()))?;
        for (column, cell) in self.columns.iter().zip(self.cells) {
            map.serialize_entry(&column.name, &cell.value.datum())?;
        }
        map.end()
    }
}

impl Serialize for Datum<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Nothing => serializer.serialize_none(),
            Self::Flag(flag) => serializer.serialize_bool(*flag),
            Self::Whole(number) => serializer.serialize_i64(*number),
            Self::Real(number) => serializer.serialize_f64(*number),
            Self::Text(text) => serializer.serialize_str(text),
        }
    }
}

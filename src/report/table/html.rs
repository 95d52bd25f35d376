//! Tables on a page.

use super::super::html::short;
use super::super::links;
use super::{Cell, Datum, Role, Table, Value};
use crate::lang::Lang;

/// A table as the template shows it.
pub(in super::super) struct HtmlTable<'t> {
    table: &'t Table<'t>,
    rows: &'t [Vec<Cell<'t>>],
}

/// A cell as the template shows it.
pub(in super::super) struct HtmlCell {
    pub text: String,
    /// Classes of the style sheet, or nothing.
    pub class: String,
    /// Where it leads; empty where nowhere.
    pub link: String,
    /// How much of a bar is full, 0 to 1, where it is drawn.
    pub part: Option<f64>,
    /// The number to sort by, where the text isn't one.
    pub value: Option<String>,
}

impl<'t> HtmlTable<'t> {
    pub fn new(table: &'t Table<'t>) -> Self {
        Self { table, rows: &table.rows }
    }

    /// With no more rows than the first `most`.
    pub fn up_to(self, most: usize) -> Self {
        Self { rows: &self.rows[..most.min(self.rows.len())], ..self }
    }

    /// Without the first `shown` rows.
    pub fn from(self, shown: usize) -> Self {
        Self { rows: &self.rows[shown.min(self.rows.len())..], ..self }
    }

    /// How many rows it has.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// The columns' names and roles.
    pub fn head(&self) -> impl Iterator<Item = (&str, &'static str)> {
        let role = |role| match role {
            Role::Title | Role::Text => "text",
            Role::Number | Role::Share => "number",
            Role::Choice => "choice",
        };
        self.table.columns.iter().map(move |column| (&*column.name, role(column.role)))
    }

    /// The cells, row by row.
    pub fn rows(&self) -> impl Iterator<Item = Vec<HtmlCell>> {
        let cells = |row: &Vec<Cell<'_>>| {
            let roles = self.table.columns.iter().map(|column| column.role);
            row.iter().zip(roles).map(|(cell, role)| HtmlCell::new(cell, role, self.table.lang)).collect()
        };
        self.rows.iter().map(cells)
    }
}

impl HtmlCell {
    fn new(cell: &Cell<'_>, role: Role, lang: Lang) -> Self {
        let mut classes = Vec::new();
        let text = cell.shown(lang, short);
        match (role, &cell.value) {
            (Role::Number | Role::Share, _) => classes.push("n".to_owned()),
            // Indented, as on the terminal, below what it is a part of.
            (Role::Text, _) if text.starts_with("  ") => classes.push("sub".to_owned()),
            (_, Value::Date(_) | Value::Problem(_)) => classes.push("d".to_owned()),
            _ => {}
        }
        classes.extend(cell.value.tier().map(|colour| format!("tier-{colour}")));
        let number = match cell.value.datum() {
            Datum::Whole(number) => Some(number.to_string()),
            Datum::Real(number) => Some(number.to_string()),
            _ => None,
        };
        let link = match (&cell.value, &cell.link) {
            (_, Some(link)) => link.clone(),
            (Value::Problem(problem), None) => links::problem(problem),
            _ => String::new(),
        };
        let part = match cell.value {
            Value::Share(share) if role == Role::Share => Some(share),
            _ => None,
        };
        Self { class: classes.join(" "), link, part, value: number.filter(|number| *number != text), text }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_share_is_a_bar_where_its_column_is_for_that_and_parts_are_indented() {
        let columns = [("List", Role::Text), ("Share", Role::Share), ("Chance", Role::Number)];
        let row =
            |name: &'static str| vec![Cell::words(name), Value::Share(0.25).into(), Value::Share(0.5).into()];
        let table = Table::new(columns).with([row("dp"), row("  Trees")]);
        let rows: Vec<Vec<HtmlCell>> = HtmlTable::new(&table).rows().collect();
        let parts = |row: &[HtmlCell]| row.iter().map(|cell| cell.part).collect::<Vec<_>>();
        assert_eq!(parts(&rows[0]), [None, Some(0.25), None]);
        assert_eq!([&rows[0][0], &rows[1][0]].map(|cell| cell.class.as_str()), ["", "sub"]);
        assert_eq!((rows[0][1].class.as_str(), rows[0][1].text.as_str()), ("n", "25%"));
    }
}

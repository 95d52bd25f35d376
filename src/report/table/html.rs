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
            Role::Number => "number",
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
        match (role, &cell.value) {
            (Role::Number, _) => classes.push("n".to_owned()),
            (_, Value::Date(_) | Value::Problem(_)) => classes.push("d".to_owned()),
            _ => {}
        }
        classes.extend(cell.value.tier().map(|colour| format!("tier-{colour}")));
        let text = cell.shown(lang, short);
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
        Self { class: classes.join(" "), link, value: number.filter(|number| *number != text), text }
    }
}

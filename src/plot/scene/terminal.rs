//! A scene in characters: lines as Braille dots, four by two a character, and words in the nearest characters.

use unicode_width::{UnicodeWidthChar as _, UnicodeWidthStr as _};

use super::super::theme::Role;
use super::{Anchor, Mark, Px, Rect, Scene, Shape, Stroke, Words};

/// The pixels that a character stands for.
pub(in crate::plot) const CELL: Px = Px::new(8.0, 16.0);

/// The dots of a character of the Unicode block for Braille, by row and column.
const DOTS: [[u8; 2]; 4] = [[0x01, 0x08], [0x02, 0x10], [0x04, 0x20], [0x40, 0x80]];

/// How far above its base line the row of a word is looked up, in pixels.
const ABOVE_BASE: f32 = 4.4;

/// What is lost when places become plotters' units.
const ROUNDING: f32 = 0.1;

/// How many characters a word is moved to keep off another.
const MOVED: i32 = 3;

/// Characters of one look.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// The characters.
    pub text: String,
    /// What their colour is for; `None` is the terminal's own.
    pub role: Option<Role>,
    /// Whether they are bold.
    pub bold: bool,
}

impl Scene {
    /// The scene below `top` pixels as lines of characters.
    pub fn characters(&self, top: f32) -> Vec<Vec<Run>> {
        let mut canvas = Canvas::new(self.size, top);
        for mark in &self.marks {
            canvas.draw(mark, None, None);
        }
        for mark in self.each() {
            if let Shape::Text(words) = &mark.shape {
                canvas.set(words);
            }
        }
        canvas.characters.chunks(canvas.columns).map(line).collect()
    }
}

/// What a character shows.
#[derive(Debug, Clone, Copy, Default)]
struct Character {
    /// What lies behind the data: gridlines, axes, borders of colours.
    guide: Option<(char, Role)>,
    shade: bool,
    dots: u8,
    dots_role: Option<Role>,
    mark: Option<(char, Role)>,
    word: Option<(char, Role, bool)>,
}

/// The second of a wide character.
const TAKEN: char = '\0';

struct Canvas {
    columns: usize,
    rows: usize,
    top: f32,
    characters: Vec<Character>,
}

impl Canvas {
    fn new(size: Px, top: f32) -> Self {
        let columns = (size.x / CELL.x).floor().max(1.0) as usize;
        let rows = ((size.y - top) / CELL.y).floor().max(1.0) as usize;
        Self { columns, rows, top, characters: vec![Character::default(); columns * rows] }
    }

    /// The place of the cell at a place in pixels.
    fn place(&self, at: Px) -> Option<usize> {
        let (column, row) = ((at.x / CELL.x).floor(), ((at.y - self.top) / CELL.y).floor());
        let inside = column >= 0.0 && row >= 0.0 && column < self.columns as f32 && row < self.rows as f32;
        inside.then(|| row as usize * self.columns + column as usize)
    }

    fn at(&mut self, at: Px) -> Option<&mut Character> {
        let place = self.place(at)?;
        self.characters.get_mut(place)
    }

    /// Draws a mark, which takes from its group what it doesn't have itself.
    fn draw(&mut self, mark: &Mark, fill: Option<Role>, stroke: Option<Stroke>) {
        let (fill, stroke) = (mark.fill.or(fill), mark.stroke.or(stroke));
        match &mark.shape {
            Shape::Group(marks) => marks.iter().for_each(|mark| self.draw(mark, fill, stroke)),
            Shape::Rect { rect, .. } => {
                if let Some(Role::Band(judge, colour)) = fill {
                    self.border(rect, Role::Tier(judge, colour));
                }
            }
            Shape::Curve(points) => {
                for pair in points.windows(2) {
                    self.line(pair[0], pair[1], stroke);
                }
            }
            Shape::Lines(lines) => lines.iter().for_each(|(from, to)| self.line(*from, *to, stroke)),
            Shape::Polygon(points) => self.shade(points),
            Shape::Circle { at, .. } => match (fill, stroke) {
                (Some(role), _) => self.dot(*at, role),
                (None, Some(stroke)) => self.mark(*at, '◎', stroke.role),
                (None, None) => {}
            },
            Shape::Specks(points) => {
                if let Some(stroke) = stroke {
                    for at in points {
                        self.dot(*at, stroke.role);
                    }
                }
            }
            Shape::Diamond { at, .. } => {
                if let Some(role) = stroke.map(|stroke| stroke.role).or(fill) {
                    self.mark(*at, '◆', role);
                }
            }
            Shape::Part(_) | Shape::Squares { .. } | Shape::Text(_) => {}
        }
    }

    /// The left side of a colour's band.
    fn border(&mut self, rect: &Rect, role: Role) {
        let mut y = rect.top + 0.5;
        while y < rect.bottom {
            if let Some(cell) = self.at(Px::new(rect.left, y)) {
                cell.guide = Some(('│', role));
            }
            y += CELL.y / 2.0;
        }
    }

    /// A straight line: of data as dots, of what data is compared with as the characters for lines.
    fn line(&mut self, from: Px, to: Px, stroke: Option<Stroke>) {
        let Some(stroke) = stroke else { return };
        let (dx, dy) = (to.x - from.x, to.y - from.y);
        let is_level = dy.abs() < 0.5;
        let guide = match stroke.role {
            Role::Grid => '┈',
            Role::Axis if is_level => '─',
            Role::Axis if dy.abs() < CELL.y / 2.0 => '┬',
            Role::Axis => '┊',
            _ if is_level && stroke.dashes.is_some() => '╌',
            _ => {
                let steps = (dx.abs() / (CELL.x / 2.0)).max(dy.abs() / (CELL.y / 4.0)).ceil().max(1.0);
                for step in 0..=steps as usize {
                    let share = step as f32 / steps;
                    self.dot(Px::new(from.x + dx * share, from.y + dy * share), stroke.role);
                }
                return;
            }
        };
        let steps = (dx.abs() / CELL.x).max(dy.abs() / CELL.y).ceil().max(1.0);
        let only_first = guide == '┬';
        for step in 0..=if only_first { 0 } else { steps as usize } {
            let share = step as f32 / steps;
            let at = Px::new(from.x + dx * share, from.y + dy * share + ROUNDING);
            let Some(cell) = self.at(at) else { continue };
            cell.guide = match (cell.guide, guide) {
                (Some(('│' | '├', role)), '┈' | '╌') => Some(('├', role)),
                (_, guide) => Some((guide, stroke.role)),
            };
        }
    }

    /// A dot; that of a contest has the colour of its cell.
    fn dot(&mut self, at: Px, role: Role) {
        let (x, y) = ((at.x / (CELL.x / 2.0)).floor(), ((at.y - self.top) / (CELL.y / 4.0)).floor());
        let dot = DOTS[y.max(0.0) as usize % 4][x.max(0.0) as usize % 2];
        if let Some(cell) = self.at(at) {
            cell.dots |= dot;
            if cell.dots_role.is_none() || matches!(role, Role::Tier(..)) {
                cell.dots_role = Some(role);
            }
        }
    }

    fn mark(&mut self, at: Px, character: char, role: Role) {
        if let Some(cell) = self.at(at) {
            cell.mark = Some((character, role));
        }
    }

    /// The characters whose middle lies in a polygon.
    fn shade(&mut self, points: &[Px]) {
        for row in 0..self.rows {
            for column in 0..self.columns {
                let x = (column as f32 + 0.5) * CELL.x;
                let y = self.top + (row as f32 + 0.5) * CELL.y;
                let crossed = points.iter().zip(points.iter().cycle().skip(1)).filter(|(a, b)| {
                    (a.y > y) != (b.y > y) && x < a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x)
                });
                if crossed.count() % 2 == 1 {
                    self.characters[row * self.columns + column].shade = true;
                }
            }
        }
    }

    /// Sets words where they are, or a little beside that where others stand; words that find no room are left out.
    fn set(&mut self, words: &Words) {
        let width = words.text.width();
        let spare = width as f32 - words.extent().x / CELL.x;
        let left = match words.anchor {
            Anchor::Start => (words.at.x / CELL.x - spare.max(0.0) / 2.0).round(),
            Anchor::Middle => (words.at.x / CELL.x - width as f32 / 2.0).round(),
            Anchor::End => (words.at.x / CELL.x).floor() - width as f32,
        };
        let row = ((words.at.y - ABOVE_BASE - self.top) / CELL.y).floor();
        if row < 0.0 || row >= self.rows as f32 || width > self.columns {
            return;
        }
        let line = row as usize * self.columns..(row as usize + 1) * self.columns;
        let most = (self.columns - width) as i32;
        let is_free = |left: i32, characters: &[Character]| {
            let from = (left - 1).max(0) as usize;
            let to = (left as usize + width + 1).min(characters.len());
            characters[from..to].iter().all(|one| one.word.is_none())
        };
        let moves = (0..=MOVED).flat_map(|by| [by, -by]);
        let mut places = moves.map(|by| (left as i32 + by).clamp(0, most));
        let characters = &mut self.characters[line];
        let Some(left) = places.find(|left| is_free(*left, characters)) else { return };
        let mut column = left as usize;
        for character in words.text.chars() {
            let look = |character| Some((character, words.role, words.bold));
            let width = character.width().unwrap_or(0);
            if width > 0 {
                characters[column].word = look(character);
            }
            for taken in 1..width {
                characters[column + taken].word = look(TAKEN);
            }
            column += width;
        }
    }
}

impl Character {
    /// Its character, what the colour of that is for, and whether it is bold.
    fn look(&self) -> (char, Option<Role>, bool) {
        let (character, role) = match *self {
            Self { word: Some((character, role, bold)), .. } => return (character, Some(role), bold),
            Self { mark: Some((character, role)), .. } => (character, Some(role)),
            Self { dots: 1.., dots_role, .. } => {
                (char::from_u32(0x2800 + u32::from(self.dots)).unwrap_or('*'), dots_role)
            }
            Self { guide: Some((character, role @ (Role::TierInk(..) | Role::Tier(..)))), .. } => {
                (character, Some(role))
            }
            Self { shade: true, .. } => ('░', Some(Role::Grid)),
            Self { guide: Some((character, role)), .. } => (character, Some(role)),
            _ => (' ', None),
        };
        (character, role, false)
    }
}

/// The characters of a line, those of one look together, without blanks at its end.
fn line(characters: &[Character]) -> Vec<Run> {
    let end = characters.iter().rposition(|one| one.look().0 != ' ').map_or(0, |last| last + 1);
    let mut runs: Vec<Run> = Vec::new();
    for (character, role, bold) in
        characters[..end].iter().map(Character::look).filter(|look| look.0 != TAKEN)
    {
        match runs.last_mut() {
            Some(run) if (run.role, run.bold) == (role, bold) => run.text.push(character),
            _ => runs.push(Run { text: character.to_string(), role, bold }),
        }
    }
    runs
}

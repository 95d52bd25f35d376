//! The JSON Schema of `cpt.toml`, made from the tables that the parser reads, so that editors can check and complete it.

use schemars::generate::SchemaSettings;
use schemars::transform::transform_subschemas;
use schemars::{Schema, SchemaGenerator, json_schema};
use serde_json::{Map, Value, json};

use super::raw::{Raw, RawSite};
use crate::judges;
use crate::lang::Lang;
use crate::model::Judge;

/// The file beside the store that holds it; `cpt init` and `cpt sync` write it.
pub const SCHEMA_FILE: &str = "cpt.schema.json";

/// The schema (draft 7, which every editor's plugin reads), indented.
pub fn schema() -> String {
    let settings = SchemaSettings::draft07().with_transform(of_toml);
    let mut schema = settings.into_generator().into_root_schema_for::<Raw>();
    schema.insert("title".to_owned(), json!("cpt.toml"));
    format!("{:#}\n", schema.as_value())
}

/// The languages.
pub(super) fn language(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "type": ["string", "null"], "enum": Lang::ALL.map(Lang::code) })
}

/// Every key that `cpt config` can be asked for, with what it is; of lists the first row.
pub fn keys() -> Vec<(String, String)> {
    let mut keys = Vec::new();
    let schema = SchemaSettings::draft07().into_generator().into_root_schema_for::<Raw>().to_value();
    gather(&schema, &schema, String::new(), &mut keys);
    keys
}

fn gather(root: &Value, of_key: &Value, name: String, keys: &mut Vec<(String, String)>) {
    let table = followed(root, of_key);
    let (rows, prefix) = (followed(root, &table["items"]), format!("{name}[0]"));
    let (table, prefix) = if rows["properties"].is_object() { (rows, prefix) } else { (table, name) };
    match table["properties"].as_object() {
        Some(properties) => {
            for (below, of_below) in properties {
                let dot = if prefix.is_empty() { "" } else { "." };
                gather(root, of_below, format!("{prefix}{dot}{below}"), keys);
            }
        }
        None => keys.push((prefix, of_key["description"].as_str().unwrap_or_default().to_owned())),
    }
}

/// What a schema stands for, where it names another.
fn followed<'v>(root: &'v Value, schema: &'v Value) -> &'v Value {
    let named = [&schema["$ref"], &schema["allOf"][0]["$ref"]].into_iter().find_map(Value::as_str);
    named.and_then(|name| root.pointer(name.trim_start_matches('#'))).unwrap_or(schema)
}

/// Takes out what says that a value may be null, which TOML has not.
fn of_toml(schema: &mut Schema) {
    if let Some(object) = schema.as_object_mut() {
        object.retain(|key, value| key != "default" || !value.is_null());
        if let Some(Value::Array(types)) = object.get_mut("type") {
            types.retain(|one| one != "null");
            if let [one] = &types[..] {
                object["type"] = one.clone();
            }
        }
        if let Some(Value::Array(choices)) = object.get_mut("anyOf") {
            choices.retain(|choice| *choice != json!({ "type": "null" }));
            if let [Value::Object(one)] = &mut choices[..] {
                let one = std::mem::take(one);
                object.remove("anyOf");
                // Beside a reference nothing else counts in this draft.
                let other = one.contains_key("$ref").then(|| json!({ "allOf": [one] }));
                match other {
                    Some(Value::Object(other)) => object.extend(other),
                    _ => object.extend(one),
                }
            }
        }
    }
    transform_subschemas(&mut of_toml, schema);
}

pub(super) fn rated_judge(_: &mut SchemaGenerator) -> Schema {
    json_schema!({ "enum": Judge::rated().map(Judge::id).collect::<Vec<_>>() })
}

pub(super) fn handles(_: &mut SchemaGenerator) -> Schema {
    let properties = handle_keys("Your");
    json_schema!({ "type": "object", "properties": properties, "additionalProperties": false })
}

/// A key for a handle at each judge.
fn handle_keys(whose: &str) -> Map<String, Value> {
    let handle = |judge: Judge| {
        let known = format!("{whose} handle on {judge}; empty for none.");
        (judge.id().to_owned(), json!({ "type": "string", "description": known }))
    };
    Judge::all().map(handle).collect()
}

/// The handles of a member, beside the other keys.
pub(super) fn with_handles(schema: &mut Schema) {
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        properties.extend(handle_keys("Their"));
    }
}

pub(super) fn sites(generator: &mut SchemaGenerator) -> Schema {
    let site = generator.subschema_for::<RawSite>();
    let of_site = |id: &&str| {
        let known = format!("How to reach {id}.");
        ((*id).to_owned(), json!({ "allOf": [&site], "description": known }))
    };
    let properties: Map<String, Value> = judges::site_ids().iter().map(of_site).collect();
    json_schema!({ "type": "object", "properties": properties, "additionalProperties": false })
}

/// The other names that the parser takes for `colour`.
pub(super) fn with_other_names_of_colour(schema: &mut Schema) {
    let colour = schema.pointer("/properties/colour").cloned().unwrap_or_default();
    if let Some(Value::Object(properties)) = schema.get_mut("properties") {
        for (name, known) in [("color", "Another spelling of `colour`."), ("rating", "The same as `colour`.")]
        {
            let mut other = colour.clone();
            other["description"] = json!(known);
            properties.insert(name.to_owned(), other);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::{Config, Overrides, Template};
    use boon::{Compiler, Schemas};

    fn value() -> Value {
        serde_json::from_str(&schema()).unwrap()
    }

    /// Every table of the schema: its path in a file, and its keys.
    fn tables() -> Vec<(&'static str, Vec<String>)> {
        let schema = value();
        let keys = |at: &str| {
            let table = schema.pointer(at).unwrap_or_else(|| panic!("{at} in {schema:#}"));
            assert_eq!(table["additionalProperties"], false, "{at}");
            table["properties"].as_object().unwrap().keys().cloned().collect()
        };
        [
            ("", ""),
            ("[handles]\n", "/properties/handles"),
            ("[[repos]]\n", "/definitions/RawRepo"),
            ("[streak]\n", "/definitions/RawStreak"),
            ("[[targets]]\n", "/definitions/RawTarget"),
            ("[charts]\n", "/definitions/RawCharts"),
            ("[readme]\n", "/definitions/RawReadme"),
            ("[new]\n", "/definitions/RawNew"),
            ("[group]\n", "/definitions/RawGroup"),
            ("[group.fine]\n", "/definitions/RawFine"),
            ("[[group.members]]\n", "/definitions/RawMember"),
            ("[[group.weeks]]\n", "/definitions/RawWeek"),
            ("[[lists]]\n", "/definitions/RawList"),
            ("[judges]\n", "/properties/judges"),
            ("[judges.codeforces]\n", "/definitions/RawSite"),
        ]
        .map(|(table, at)| (table, keys(at)))
        .to_vec()
    }

    fn parse(text: &str) -> Result<Config, String> {
        Config::parse(text, "cpt.toml".as_ref(), &Overrides::default()).map_err(|error| error.to_string())
    }

    #[test]
    fn it_has_the_keys_that_the_parser_takes_and_no_other() {
        for (table, mut keys) in tables() {
            let error = parse(&format!("{table}zzzzzzzz = 1\n")).unwrap_err();
            let expected = error.split_once("expected ").unwrap_or_else(|| panic!("{error}")).1;
            let mut expected: Vec<&str> = expected.split('`').skip(1).step_by(2).collect();
            expected.sort_unstable();
            keys.sort_unstable();
            assert_eq!(keys, expected, "{table}");
        }
    }

    #[test]
    fn every_key_says_what_it_is() {
        fn check(value: &Value) {
            let Some(object) = value.as_object() else { return };
            for (key, of_key) in object.get("properties").and_then(Value::as_object).into_iter().flatten() {
                let told = of_key["description"].as_str().unwrap_or_else(|| panic!("{key}: {of_key}"));
                assert!(told.ends_with('.') && told.len() > 5, "{key}: {told:?}");
            }
            object.values().for_each(check);
        }
        check(&value());
    }

    /// What is wrong with a file by the schema.
    fn wrong(text: &str) -> Option<String> {
        let (mut schemas, mut compiler) = (Schemas::new(), Compiler::new());
        compiler.add_resource("cpt.json", value()).unwrap();
        let schema = compiler.compile("cpt.json", &mut schemas).unwrap();
        let file: toml::Table = text.parse().unwrap();
        let file = json_of(toml::Value::Table(file));
        schemas.validate(&file, schema).err().map(|error| format!("{error:#}"))
    }

    /// As editors read TOML: a date is a text.
    fn json_of(value: toml::Value) -> Value {
        match value {
            toml::Value::Datetime(date) => json!(date.to_string()),
            toml::Value::Array(values) => values.into_iter().map(json_of).collect(),
            toml::Value::Table(table) => {
                table.into_iter().map(|(key, value)| (key, json_of(value))).collect()
            }
            other => json!(other),
        }
    }

    #[test]
    fn keys_are_named_down_to_their_values() {
        let keys = keys();
        let has = |wanted: &str| keys.iter().any(|(key, told)| key == wanted && !told.is_empty());
        for key in ["handles.atcoder", "streak.goal", "repos[0].path", "targets[0].by", "judges.atcoder.url"]
        {
            assert!(has(key), "{key}: {keys:?}");
            assert!(key.parse::<crate::config::KeyPath>().is_ok());
        }
    }

    #[test]
    fn what_the_parser_takes_is_valid() {
        let template = Template {
            lang: Lang::Japanese,
            handles: crate::config::Handles::default(),
            author: Some("ada@example.com".to_owned()),
            repo: Some(".".to_owned()),
            has_solutions: true,
            today: jiff::civil::date(2026, 11, 23),
        };
        let written = template.render().replace("your-handle", "ada");
        // What it shows as examples, too.
        let uncommented = |line: &'_ str| {
            let rest = line.strip_prefix("# ").filter(|rest| rest.parse::<toml::Table>().is_ok());
            rest.unwrap_or(line).to_owned()
        };
        let uncommented = written.lines().map(uncommented).collect::<Vec<_>>().join("\n");
        assert!(uncommented.contains("\nbulk") || uncommented.contains("\ntimezone"), "{uncommented}");
        let values = [
            "[streak]\ngoal = 3\nrest_days = [2026-09-25, \"Sunday\"]",
            "[streak]\ngoal = \"5/week\"\ncount = \"new\"\nbulk = 0",
            "[[targets]]\njudge = \"atcoder\"\ntrack = \"heuristic\"\nrating = 1000\nby = 2027-06-30",
            "[[targets]]\njudge = \"atcoder\"\ncolor = \"水色\"\nby = \"2027-06-30\"",
            "[[targets]]\njudge = \"atcoder\"\nequivalent = \"codeforces mint\"\nby = \"2027-06-30\"",
            "[new]\nlayouts = { boj = \"boj/{id}.{ext}\" }",
            "[[lists]]\nfile = \"lists/dp.md\"\nname = \"dp\"\ntitle = \"DP\"\njudge = \"boj\"",
            "[charts]\nformats = []\ntheme = \"both\"\nsolved_by = \"level\"",
            "[group]\ngoal = \"all\"\nsettles = \"monday 20:00\"\nfine = { missed = 1, unit = \"KRW\" }",
            "[[group.members]]\nname = \"ada\"\natcoder = \"ada\"\nexcused = [2026-11-20]\nfrom = 2026-11-01",
            "[[group.weeks]]\nweek = \"2026-W48\"\nproblems = [\"abc300_a\"]",
            "[[group.weeks]]\nweek = \"2026-W48\"\nlist = \"dp\"\nheading = \"Trees\"",
            "[judges.atcoder_problems]\nurl = \"http://127.0.0.1:1\"\ninterval = \"1ms\"",
            "[handles]\natcoder = \"\"",
        ];
        for text in values.into_iter().chain([&*written, &*uncommented, ""]) {
            assert_eq!(parse(text).err(), None, "{text}");
            assert_eq!(wrong(text), None, "{text}");
        }
    }

    #[test]
    fn what_the_parser_refuses_for_its_type_is_not_valid() {
        for text in [
            "[streak]\ngaol = 3",
            "[streak]\ngoal = true",
            "[streak]\ncount = \"some\"",
            "[[targets]]\njudge = \"boj\"\ncolour = 1\nby = \"2027-06-30\"",
            "[[targets]]\njudge = \"atcoder\"\ncolour = 1",
            "[[repos]]\npaths = [\"a\"]",
            "[[lists]]\nname = \"dp\"",
            "[charts]\nformats = [\"gif\"]",
            "[handles]\ntopcoder = \"ada\"",
            "[[group.members]]\nauthors = [\"ada\"]",
            "[[group.members]]\nname = \"ada\"\ntopcoder = \"ada\"",
            "[group]\nfine = { missed = 1, unit = \"KRW\", per = \"day\" }",
        ] {
            assert!(parse(text).is_err() && wrong(text).is_some(), "{text}");
        }
    }
}

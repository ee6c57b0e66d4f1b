//! A JSON Schema and a value in, where the value is not as the schema says out. Knows the keywords that
//! `docs/report.schema.json` uses, and panics on any other.

use serde_json::Value;

/// A sentence for each place that is not as the schema says.
pub(crate) fn errors(schema: &Value, value: &Value) -> Vec<String> {
    let mut found = Vec::new();
    Check { root: schema, found: &mut found }.node(schema, value, "");
    found
}

struct Check<'a> {
    root: &'a Value,
    found: &'a mut Vec<String>,
}

impl Check<'_> {
    fn node(&mut self, schema: &Value, value: &Value, at: &str) {
        let keywords = match schema {
            Value::Bool(true) => return,
            Value::Bool(false) => return self.found.push(format!("{at}: nothing may stand here")),
            schema => schema.as_object().expect("a schema is an object"),
        };
        let fails = |found: &mut Vec<String>, what: &str| found.push(format!("{at}: {what}"));
        for (keyword, rule) in keywords {
            let holds = match keyword.as_str() {
                // The last four are looked at inside.
                "$schema"
                | "title"
                | "description"
                | "$defs"
                | "properties"
                | "additionalProperties"
                | "items"
                | "prefixItems" => true,
                "type" => types(rule).any(|name| is_of(name, value)),
                "const" => rule == value,
                "minimum" => value.as_f64().is_none_or(|number| number >= rule.as_f64().expect("a number")),
                "minItems" => length(value).is_none_or(|length| length >= rule.as_u64().expect("a count")),
                "maxItems" => length(value).is_none_or(|length| length <= rule.as_u64().expect("a count")),
                "required" => value.as_object().is_none_or(|fields| {
                    rule.as_array().expect("a list").iter().all(|key| fields.contains_key(key.as_str().expect("a key")))
                }),
                "anyOf" => rule.as_array().expect("a list").iter().any(|choice| self.is_valid(choice, value)),
                "$ref" => {
                    let pointer = rule.as_str().and_then(|text| text.strip_prefix('#')).expect("a place in the file");
                    let target = self.root.pointer(pointer).unwrap_or_else(|| panic!("no {pointer}"));
                    self.node(target, value, at);
                    true
                }
                other => panic!("the keyword {other} is not known"),
            };
            if !holds {
                let shown: String = value.to_string().chars().take(80).collect();
                fails(self.found, &format!("{keyword} {rule} does not hold for {shown}"));
            }
        }
        self.inside(schema, value, at);
    }

    /// The fields of an object and the items of a list.
    fn inside(&mut self, schema: &Value, value: &Value, at: &str) {
        for (key, field) in value.as_object().into_iter().flatten() {
            let rule = schema["properties"].get(key).or_else(|| schema.get("additionalProperties"));
            if let Some(rule) = rule {
                self.node(rule, field, &format!("{at}/{key}"));
            }
        }
        let first: &[Value] = schema["prefixItems"].as_array().map_or(&[], Vec::as_slice);
        for (place, item) in value.as_array().into_iter().flatten().enumerate() {
            if let Some(rule) = first.get(place).or_else(|| schema.get("items")) {
                self.node(rule, item, &format!("{at}/{place}"));
            }
        }
    }

    fn is_valid(&self, schema: &Value, value: &Value) -> bool {
        let mut found = Vec::new();
        Check { root: self.root, found: &mut found }.node(schema, value, "");
        found.is_empty()
    }
}

fn types(rule: &Value) -> impl Iterator<Item = &str> {
    let one = rule.as_str().into_iter();
    one.chain(rule.as_array().into_iter().flatten().map(|name| name.as_str().expect("a name")))
}

fn is_of(name: &str, value: &Value) -> bool {
    match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        other => panic!("the type {other} is not known"),
    }
}

fn length(value: &Value) -> Option<u64> {
    value.as_array().map(|items| items.len() as u64)
}

//! What every type that is written as a string has in common: one parser
//! (`FromStr`), and serde, `TryFrom<String>` and the schema all going by it.
//!
//! A type that uses these macros also carries
//! `#[serde(try_from = "String", into = "String")]`.

/// Conversions to and from `String`, through the type's `FromStr` and `Display`.
macro_rules! string_conversions {
    ($type:ty, $error:ty) => {
        impl TryFrom<String> for $type {
            type Error = $error;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                text.parse()
            }
        }

        impl From<$type> for String {
            fn from(value: $type) -> Self {
                value.to_string()
            }
        }
    };
}

/// The JSON schema of a string that follows a pattern.
macro_rules! string_schema {
    ($type:ident, pattern: $pattern:literal, description: $description:literal) => {
        impl schemars::JsonSchema for $type {
            fn schema_name() -> std::borrow::Cow<'static, str> {
                stringify!($type).into()
            }

            fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
                schemars::json_schema!({
                    "type": "string",
                    "pattern": $pattern,
                    "description": $description,
                })
            }
        }
    };
}

pub(crate) use string_conversions;
pub(crate) use string_schema;

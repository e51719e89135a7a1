//! Columns that become rows only where they are printed.

/// Says that a type has an `iter` over rows, and is shown and written as a
/// list of them.
macro_rules! written_as_rows {
    ($columns:ty, $row:ty) => {
        impl std::fmt::Debug for $columns {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.debug_list().entries(self.iter()).finish()
            }
        }

        impl serde::Serialize for $columns {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_seq(self.iter())
            }
        }

        impl schemars::JsonSchema for $columns {
            fn inline_schema() -> bool {
                true
            }

            fn schema_name() -> std::borrow::Cow<'static, str> {
                <Vec<$row>>::schema_name()
            }

            fn json_schema(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
                <Vec<$row>>::json_schema(generator)
            }
        }
    };
}

pub(super) use written_as_rows;

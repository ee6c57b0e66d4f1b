//! `lejek templates`: lists the built-in templates, or prints one.

use crate::cli::TemplatesArgs;
use crate::diagnostic::{Code, Diagnostic};
use crate::error::Result;
use crate::template;

use super::{Console, Status, print};

pub(super) fn run(arguments: &TemplatesArgs, console: &mut Console) -> Result<Status> {
    match &arguments.name {
        Some(name) => {
            let source = template::source(name).ok_or_else(|| {
                Diagnostic::new(Code::TemplateMissing)
                    .with("name", name.as_str())
                    .with("known", template::BUILTIN_NAMES.join(", "))
            })?;
            print(source);
        }
        None => {
            for name in template::BUILTIN_NAMES {
                print(&format!("{name:<12} {}\n", console.language.text(&format!("template-{name}"))));
            }
        }
    }
    Ok(Status::Done)
}

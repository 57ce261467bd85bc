//! What somebody who signs in says: JSON, or a form.

use bytes::Bytes;
use serde::Deserialize;
use std::fmt;

use super::refusal::Refusal;
use crate::aws::protocol::query::Form;

/// The longest body.
pub(super) const BODY_BYTES_MAX: usize = 16 << 10;
/// The longest place to go to.
const DESTINATION_CHARS_MAX: usize = 2048;

/// What is said. It does not print.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Asked {
    /// The account, by its number or its alias.
    pub(super) account: String,
    /// The name of a user.
    pub(super) user: String,
    pub(super) password: String,
    /// Another one, where the user has to set it.
    #[serde(default)]
    pub(super) new_password: Option<String>,
    /// The page that the user is going to, a path on this server.
    #[serde(default)]
    pub(super) destination: Option<String>,
}

impl fmt::Debug for Asked {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Asked").field("account", &self.account).finish_non_exhaustive()
    }
}

impl Asked {
    /// Reads a body. Errors name members and repeat none of what they hold.
    pub(super) fn read(content_type: &str, body: &Bytes) -> Result<Asked, Refusal> {
        let asked = match content_type.split(';').next().unwrap_or_default().trim() {
            "application/json" => serde_json::from_slice(body).map_err(|why| match why.classify() {
                serde_json::error::Category::Data => {
                    Refusal::invalid("The body is an object of the texts account, user and password, and perhaps newPassword and destination.")
                }
                _ => Refusal::invalid("The body is not JSON."),
            })?,
            "application/x-www-form-urlencoded" => Asked::of_form(body)?,
            _ => return Err(Refusal::invalid("The body is neither application/json nor application/x-www-form-urlencoded.")),
        };
        match asked.destination.as_deref() {
            Some(destination) if !is_path(destination) => {
                Err(Refusal::invalid("The destination is no path on this server."))
            }
            _ => Ok(asked),
        }
    }

    fn of_form(body: &Bytes) -> Result<Asked, Refusal> {
        let form = Form::parse(body).map_err(|_| Refusal::invalid("The body is not a form."))?;
        let given = |name: &str| form.get(name).map(str::to_string);
        let needed = |name: &str| given(name).ok_or_else(|| Refusal::invalid(format!("The form has no {name}.")));
        Ok(Asked {
            account: needed("account")?,
            user: needed("user")?,
            password: needed("password")?,
            new_password: given("newPassword"),
            destination: given("destination"),
        })
    }
}

/// Whether it is a place on this server: browsers take two slashes, also turned around, for another host.
pub(super) fn is_path(text: &str) -> bool {
    let is_plain = text.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    text.len() <= DESTINATION_CHARS_MAX && is_plain && text.starts_with('/') && !text.starts_with("//")
}

//! The account and its first administrator.

use ashiato_meta::access_keys::{self, AccessKey};
use ashiato_meta::accounts::{self, Account};
use ashiato_meta::users::{self, User};
use ashiato_meta::{AccessKeyId, AccountId, MasterKeys, Millis, PrincipalId, Store, attachments};
use ashiato_policy::identity::{IdKind, unique_id};
use chrono::Utc;
use std::path::PathBuf;

use super::{Folders, StartError, account_id, private_file};
use crate::chance;

/// The user that the first start makes.
const ADMINISTRATOR: &str = "administrator";
const ADMINISTRATOR_ACCESS: &str = "arn:aws:iam::aws:policy/AdministratorAccess";

/// What the first start made.
#[derive(Debug, Clone)]
pub struct FirstStart {
    /// The file with the administrator's access key, in the format of AWS's credentials files.
    pub credentials: PathBuf,
}

/// The account that the state is of. Made, with its administrator, where there is none.
pub(super) async fn account(
    meta: &Store,
    keys: &MasterKeys,
    folders: &Folders,
) -> Result<(AccountId, Option<FirstStart>), StartError> {
    let failed = |why| StartError::because("make the account", why);
    let wanted = folders.account.as_deref().map(account_id).transpose()?;
    let mut tx = meta.write().await.map_err(failed)?;
    let accounts = accounts::list(&mut tx).await.map_err(failed)?;
    if let Some(account) = accounts.into_iter().next() {
        return match wanted {
            Some(wanted) if wanted != account.id => {
                let (there, wanted) = (account.id.as_str(), wanted.as_str());
                Err(StartError::new(format!("the state is of the account {there}, and {wanted} is asked for")))
            }
            _ => Ok((account.id, None)),
        };
    }
    let id = wanted.map_or_else(random_account, Ok)?;
    let now = Millis(Utc::now().timestamp_millis());
    accounts::create(&mut tx, &Account { id: id.clone(), created: now }).await.map_err(failed)?;
    let new_id = |kind| {
        unique_id(kind, id.as_str(), chance::number()).map_err(|why| StartError::because("make the administrator", why))
    };
    let user = User {
        id: PrincipalId(new_id(IdKind::User)?),
        account: id.clone(),
        name: ADMINISTRATOR.to_string(),
        path: "/".to_string(),
        created: now,
        boundary: None,
        password_last_used: None,
    };
    users::create(&mut tx, &user).await.map_err(failed)?;
    attachments::attach(&mut tx, &user.id, ADMINISTRATOR_ACCESS, None, now).await.map_err(failed)?;
    let key = AccessKey {
        id: AccessKeyId(new_id(IdKind::AccessKey)?),
        account: id.clone(),
        user_id: Some(user.id),
        status: access_keys::Status::Active,
        created: now,
        last_used: None,
        last_used_region: None,
        last_used_service: None,
    };
    let secret = chance::secret_access_key();
    access_keys::create(&mut tx, keys, &key, &secret, chance::bytes(), 1).await.map_err(failed)?;

    // The file before the commit: a crash between them makes the account anew and writes the file again, whereas a
    // key in the state that no file tells would lock everybody out.
    let credentials = folders.data.join("credentials");
    let text = format!("[default]\naws_access_key_id = {}\naws_secret_access_key = {secret}\n", key.id.0);
    private_file::write(&credentials, &text)
        .map_err(|why| StartError::because(format!("write {}", credentials.display()), why))?;
    tx.commit().await.map_err(failed)?;
    Ok((id, Some(FirstStart { credentials })))
}

/// Twelve digits, none of them a leading zero, which some tools lose.
fn random_account() -> Result<AccountId, StartError> {
    let digits = 100_000_000_000 + chance::number() % 900_000_000_000;
    account_id(&digits.to_string())
}

//! The rules of IAM's data: ids, names, paths and how many of each there may be.

mod unique_id;
mod names;
pub mod quotas;

pub use names::{
    check_external_id, check_group_name, check_path, check_policy_name, check_role_name, check_session_name,
    check_user_name,
};
pub use unique_id::{IdKind, account_of_key, unique_id};

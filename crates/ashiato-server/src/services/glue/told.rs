//! What an operation that lists tells its caller of: Glue leaves out what the caller's policies do not let it see.

use ashiato_engine::catalog::store::Table;
use ashiato_policy::actions::{GlueFacts, Place, glue_listed};

use crate::access::Caller;
use crate::aws::Error;
use crate::context::Context;

/// An operation that lists, and who asks it.
pub(super) struct Told<'a> {
    ctx: &'a Context,
    caller: Caller,
    operation: &'static str,
}

impl<'a> Told<'a> {
    pub(super) async fn of(ctx: &'a Context, operation: &'static str) -> Result<Told<'a>, Error> {
        Ok(Told { ctx, caller: Caller::of(ctx).await?, operation })
    }

    pub(super) fn database(&self, name: &str) -> Result<bool, Error> {
        self.is(&GlueFacts { database: name, ..GlueFacts::default() })
    }

    pub(super) fn table(&self, table: &Table) -> Result<bool, Error> {
        self.is(&GlueFacts { database: &table.database, table: &table.name, ..GlueFacts::default() })
    }

    fn is(&self, facts: &GlueFacts<'_>) -> Result<bool, Error> {
        if self.caller.may_do_all() {
            return Ok(true);
        }
        let place = Place { region: &self.ctx.region, account: self.ctx.state.kept.account.as_str() };
        // An operation that is not known to list tells of nothing.
        let Some(checks) = glue_listed(self.operation, facts, place) else { return Ok(false) };
        for check in checks {
            if self.caller.denial(&check)?.is_some() {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

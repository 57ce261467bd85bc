//! Statements that define, change and show: the catalog's own, and those for which something is listed or planned first.

use crate::answer::{Answer, AnswerKind, OutputColumn};
use crate::catalog::{Ran, Rows};
use crate::error::{Error, ErrorKind};
use crate::failure;
use crate::hive::local_locations;
use crate::provided;
use crate::scan::folders::FolderFilter;
use crate::session::Session;
use crate::write::Written;
use arrow::array::RecordBatch;
use arrow::datatypes::{FieldRef, Schema};
use ashiato_sql::statement::{CreateView, Statement, TableName};
use chrono::{DateTime, Utc};
use datafusion::physical_plan::memory::MemoryStream;
use std::sync::Arc;

impl Session {
    pub(crate) async fn run_definition(&self, statement: &Statement) -> Result<Answer, Error> {
        let now = self.now();
        for location in local_locations::named_by(statement) {
            self.tables.buckets.check(location)?;
        }
        match self.tables.catalog.run(statement, &self.tables.database, now).await? {
            Ran::Done => return done(),
            Ran::Rows(rows) => return shown(&rows),
            Ran::NotHere => {}
        }
        match statement {
            Statement::CreateView(create) => self.create_view(create).await,
            Statement::MsckRepair { name } => self.repair(name).await,
            Statement::CreateTableAs(create) => wrote(self.create_table_as(create).await?),
            Statement::Insert(insert) => wrote(self.insert(insert).await?),
            Statement::Unload(unload) => wrote(self.unload(unload).await?),
            _ => Err(Error::new(ErrorKind::Unsupported, "NOT_SUPPORTED: this statement is not supported here")),
        }
    }

    /// The time that the session takes for now.
    pub(crate) fn now(&self) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(self.tables.now).unwrap_or_default()
    }

    /// What the files of a statement that writes are named after.
    pub(crate) fn query_id(&self) -> String {
        let by_chance = || {
            let chance = uuid::Uuid::new_v4().simple().to_string();
            format!("{}_{}", self.now().format("%Y%m%d_%H%M%S"), &chance[..5])
        };
        self.tables.query_id.clone().unwrap_or_else(by_chance)
    }

    async fn create_view(&self, create: &CreateView) -> Result<Answer, Error> {
        let (_, planned) = self.planned(&create.query).await?;
        let plan = planned.into_named_plan()?;
        let columns = plan.schema().fields().iter().map(|field| provided::column(field)).collect();
        self.tables.catalog.create_view(create, columns, &self.tables.database, self.now()).await?;
        done()
    }

    async fn repair(&self, name: &TableName) -> Result<Answer, Error> {
        let location = self.tables.catalog.table(name, &self.tables.database).await?.location();
        let root = self.tables.buckets.resolve(&location)?;
        let root = root.to_file_path().map_or(location.clone(), |path| format!("{}/", path.display()));
        let files = match self.tables.places.list(&location, &FolderFilter::none()).await {
            Ok(listed) => listed.files,
            Err(error) if error.kind == ErrorKind::NotFound => Vec::new(),
            Err(error) => return Err(error),
        };
        let found = files.iter().map(|file| {
            let name = file.name();
            name.strip_prefix(&root).map_or(name.clone(), str::to_string)
        });
        shown(&self.tables.catalog.repair_table(name, &self.tables.database, found, self.now()).await?)
    }
}

pub(crate) fn shown(rows: &Rows) -> Result<Answer, Error> {
    let batch = rows.to_batch();
    let named = |field: &FieldRef| OutputColumn { name: field.name().clone(), data_type: field.data_type().clone() };
    let columns = batch.schema().fields().iter().map(named).collect();
    Ok(Answer { columns, kind: AnswerKind::Text, written: None, stream: Box::pin(stream(batch)?) })
}

fn done() -> Result<Answer, Error> {
    let batch = RecordBatch::new_empty(Arc::new(Schema::empty()));
    let stream = Box::pin(stream(batch)?);
    Ok(Answer { columns: Vec::new(), kind: AnswerKind::Done, written: None, stream })
}

fn wrote(written: Written) -> Result<Answer, Error> {
    Ok(Answer { written: Some(written), ..done()? })
}

fn stream(batch: RecordBatch) -> Result<MemoryStream, Error> {
    let schema = batch.schema();
    MemoryStream::try_new(vec![batch], schema, None).map_err(failure::of_execution)
}

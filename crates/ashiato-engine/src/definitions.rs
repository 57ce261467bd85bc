//! Statements that define, change and show: the catalog's own, and those for which something is listed or planned first.

use crate::answer::{Answer, AnswerKind, OutputColumn};
use crate::catalog::{DEFAULT_DATABASE, Ran, Rows};
use crate::error::{Error, ErrorKind};
use crate::failure;
use crate::provided;
use crate::session::Session;
use arrow::array::RecordBatch;
use arrow::datatypes::{FieldRef, Schema};
use ashiato_sql::statement::{CreateView, Statement, TableName};
use chrono::DateTime;
use datafusion::physical_plan::memory::MemoryStream;
use std::sync::Arc;

impl Session {
    pub(crate) async fn run_definition(&self, statement: &Statement) -> Result<Answer, Error> {
        let now = DateTime::from_timestamp_millis(self.tables.now).unwrap_or_default();
        match self.tables.catalog.run(statement, DEFAULT_DATABASE, now)? {
            Ran::Done => return done(),
            Ran::Rows(rows) => return shown(&rows),
            Ran::NotHere => {}
        }
        match statement {
            Statement::CreateView(create) => self.create_view(create).await,
            Statement::MsckRepair { name } => self.repair(name).await,
            Statement::CreateTableAs(_) => Err(unsupported("CREATE TABLE AS")),
            Statement::Insert(_) => Err(unsupported("INSERT")),
            Statement::Unload(_) => Err(unsupported("UNLOAD")),
            _ => Err(unsupported("this statement")),
        }
    }

    async fn create_view(&self, create: &CreateView) -> Result<Answer, Error> {
        let (_, planned) = self.planned(&create.query).await?;
        let plan = planned.into_named_plan()?;
        let columns = plan.schema().fields().iter().map(|field| provided::column(field)).collect();
        self.tables.catalog.create_view(create, columns, DEFAULT_DATABASE)?;
        done()
    }

    async fn repair(&self, name: &TableName) -> Result<Answer, Error> {
        let location = self.tables.catalog.table(name, DEFAULT_DATABASE)?.location();
        let root = self.tables.buckets.resolve(&location)?;
        let root = root.to_file_path().map_or(location.clone(), |path| format!("{}/", path.display()));
        let files = match self.tables.places.list(&location).await {
            Ok(files) => files,
            Err(error) if error.kind == ErrorKind::NotFound => Vec::new(),
            Err(error) => return Err(error),
        };
        let found = files.iter().map(|file| {
            let name = file.name();
            name.strip_prefix(&root).map_or(name.clone(), str::to_string)
        });
        shown(&self.tables.catalog.repair_table(name, DEFAULT_DATABASE, found)?)
    }
}

fn unsupported(statement: &str) -> Error {
    let way = "write a query's rows to a file with --output parquet --out FILE";
    Error::new(ErrorKind::Unsupported, format!("NOT_SUPPORTED: {statement} is not supported here; {way}"))
}

fn shown(rows: &Rows) -> Result<Answer, Error> {
    let batch = rows.to_batch();
    let named = |field: &FieldRef| OutputColumn { name: field.name().clone(), data_type: field.data_type().clone() };
    let columns = batch.schema().fields().iter().map(named).collect();
    Ok(Answer { columns, kind: AnswerKind::Text, stream: Box::pin(stream(batch)?) })
}

fn done() -> Result<Answer, Error> {
    let batch = RecordBatch::new_empty(Arc::new(Schema::empty()));
    Ok(Answer { columns: Vec::new(), kind: AnswerKind::Done, stream: Box::pin(stream(batch)?) })
}

fn stream(batch: RecordBatch) -> Result<MemoryStream, Error> {
    let schema = batch.schema();
    MemoryStream::try_new(vec![batch], schema, None).map_err(failure::of_execution)
}

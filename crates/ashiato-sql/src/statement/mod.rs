//! A statement, told apart and parsed: what a script holds and what each statement asks for.
//!
//! Every name is lower case, quoted or not: neither dialect tells names apart by case.

mod hive_type;
mod hive_type_text;
mod query;
mod table_definition;

pub use hive_type::HiveType;
pub use query::{Argument, Query};
pub use table_definition::{Clustering, ColumnDefinition, Properties, RowFormat, StoredAs, TableDefinition};

use crate::error::Error;
use serde::{Deserialize, Serialize};
use std::fmt;

/// Whose rules name the columns of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dialect {
    /// Amazon Athena: output names are lower case.
    Athena,
    /// CloudTrail Lake: output names keep the case in which they were typed.
    Lake,
}

/// One statement of a script.
#[derive(Debug, Clone)]
pub struct Parsed {
    /// What it asks for.
    pub statement: Statement,
    /// Its text as written, without the white space around it and without the semicolon.
    pub text: String,
    /// The line of the script, from 1, on which it starts.
    pub line: u64,
    /// What was read otherwise than written, such as typographic quotes.
    pub warnings: Vec<String>,
}

/// What a statement asks for.
#[derive(Debug, Clone)]
pub enum Statement {
    /// `SELECT …`, `WITH …`, `VALUES …`, `TABLE t`.
    Query(Query),
    /// `EXPLAIN …`.
    Explain(Explain),
    /// `CREATE [EXTERNAL] TABLE t (…) …`.
    CreateTable(Box<TableDefinition>),
    /// `CREATE TABLE t [WITH (…)] AS SELECT …`.
    CreateTableAs(CreateTableAs),
    /// `CREATE [OR REPLACE] VIEW v AS SELECT …`.
    CreateView(CreateView),
    /// `INSERT INTO t …`.
    Insert(Insert),
    /// `UNLOAD (SELECT …) TO '…' WITH (…)`.
    Unload(Unload),
    /// `DROP TABLE [IF EXISTS] t`.
    DropTable {
        /// The table.
        name: TableName,
        /// Whether a missing table is no error.
        if_exists: bool,
    },
    /// `DROP VIEW [IF EXISTS] v`.
    DropView {
        /// The view.
        name: TableName,
        /// Whether a missing view is no error.
        if_exists: bool,
    },
    /// `CREATE DATABASE d …`.
    CreateDatabase(CreateDatabase),
    /// `ALTER DATABASE d SET DBPROPERTIES (…)`.
    AlterDatabase {
        /// The database.
        name: String,
        /// The properties that it gets.
        properties: Properties,
    },
    /// `DROP DATABASE [IF EXISTS] d [CASCADE | RESTRICT]`.
    DropDatabase {
        /// The database.
        name: String,
        /// Whether a missing database is no error.
        if_exists: bool,
        /// Whether its tables go with it.
        cascade: bool,
    },
    /// `ALTER TABLE t …`.
    AlterTable {
        /// The table.
        name: TableName,
        /// What changes.
        change: TableChange,
    },
    /// `MSCK REPAIR TABLE t`.
    MsckRepair {
        /// The table.
        name: TableName,
    },
    /// `SHOW …`.
    Show(Show),
    /// `DESCRIBE …`.
    Describe(Describe),
    /// `PREPARE p FROM …`.
    Prepare {
        /// The prepared statement's name.
        name: String,
        /// The text after `FROM`, to be parsed again by whoever runs it.
        text: String,
        /// The same, parsed.
        statement: Box<Statement>,
    },
    /// `EXECUTE p [USING …]`.
    Execute {
        /// The prepared statement's name.
        name: String,
        /// The values for its `?`, in order.
        arguments: Vec<Argument>,
    },
    /// `DEALLOCATE PREPARE p`.
    Deallocate {
        /// The prepared statement's name.
        name: String,
    },
}

impl Statement {
    /// The query in it: its own, or the one that it explains or writes from.
    pub fn query(&self) -> Option<&Query> {
        match self {
            Statement::Query(query) => Some(query),
            Statement::Explain(explain) => Some(&explain.query),
            Statement::CreateTableAs(create) => Some(&create.query),
            Statement::Insert(insert) => Some(&insert.query),
            Statement::Unload(unload) => Some(&unload.query),
            _ => None,
        }
    }

    /// The same statement with a value in place of each `?`.
    ///
    /// # Errors
    /// `INVALID_PARAMETER_USAGE` when there are not as many values as `?`.
    pub fn bind(mut self, arguments: &[Argument]) -> Result<Statement, Error> {
        let query = match &mut self {
            Statement::Query(query) => query,
            Statement::Explain(explain) => &mut explain.query,
            Statement::CreateTableAs(create) => &mut create.query,
            Statement::Insert(insert) => &mut insert.query,
            Statement::Unload(unload) => &mut unload.query,
            _ if arguments.is_empty() => return Ok(self),
            _ => return Err(Error::parameters(0, arguments.len())),
        };
        *query = query.bind(arguments)?;
        Ok(self)
    }
}

/// `EXPLAIN [ANALYZE [VERBOSE]] [(TYPE …, FORMAT …)] query`.
#[derive(Debug, Clone)]
pub struct Explain {
    /// What is told.
    pub of: ExplainOf,
    /// How it is written.
    pub format: ExplainFormat,
    /// What is explained; of a statement that writes, its query.
    pub query: Query,
}

/// What `EXPLAIN` tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExplainOf {
    /// `TYPE LOGICAL`: the plan as it is optimized.
    Logical,
    /// `TYPE DISTRIBUTED`, and where nothing is said: the plan as it is run.
    Distributed,
    /// `TYPE VALIDATE`: whether the statement can be planned.
    Validate,
    /// `TYPE IO`: the tables that are read.
    Io,
    /// `ANALYZE`: the query is run, and its figures shown.
    Analyze,
    /// `ANALYZE VERBOSE`: all figures.
    AnalyzeVerbose,
}

/// How `EXPLAIN` writes it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ExplainFormat {
    /// Lines.
    Text,
    /// A JSON document.
    Json,
    /// A graph in Graphviz's language.
    Graphviz,
}

/// `CREATE TABLE t [WITH (…)] AS query [WITH NO DATA]`.
#[derive(Debug, Clone)]
pub struct CreateTableAs {
    /// The new table.
    pub name: TableName,
    /// Whether an existing table is no error.
    pub if_not_exists: bool,
    /// `format`, `external_location`, `partitioned_by` and so on, as written; names in lower case.
    pub options: Vec<(String, OptionValue)>,
    /// Where the rows come from.
    pub query: Query,
    /// False for `WITH NO DATA`.
    pub with_data: bool,
}

/// `CREATE [OR REPLACE] VIEW v AS query`.
#[derive(Debug, Clone)]
pub struct CreateView {
    /// The view.
    pub name: TableName,
    /// Whether an existing view is replaced.
    pub or_replace: bool,
    /// The parsed query.
    pub query: Query,
    /// The query's text, as it is to be stored.
    pub text: String,
}

/// `INSERT INTO t [(columns)] query`.
#[derive(Debug, Clone)]
pub struct Insert {
    /// The table.
    pub table: TableName,
    /// The columns named; empty for all, in the table's order.
    pub columns: Vec<String>,
    /// Where the rows come from.
    pub query: Query,
}

/// `UNLOAD (query) TO 's3://…' WITH (…)`.
#[derive(Debug, Clone)]
pub struct Unload {
    /// Where the rows come from.
    pub query: Query,
    /// The folder to write to.
    pub to: String,
    /// `format`, `compression`, `partitioned_by` and so on, as written; names in lower case.
    pub options: Vec<(String, OptionValue)>,
}

/// A value in `WITH (name = value)`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OptionValue {
    /// `'PARQUET'`.
    Text(String),
    /// `4`, as written.
    Number(String),
    /// `true`.
    Boolean(bool),
    /// `ARRAY['a', 'b']`.
    List(Vec<OptionValue>),
}

/// `CREATE DATABASE [IF NOT EXISTS] d [COMMENT …] [LOCATION …] [WITH DBPROPERTIES (…)]`.
#[derive(Debug, Clone)]
pub struct CreateDatabase {
    /// The database.
    pub name: String,
    /// Whether an existing database is no error.
    pub if_not_exists: bool,
    /// Its comment.
    pub comment: Option<String>,
    /// Its folder.
    pub location: Option<String>,
    /// Its properties.
    pub properties: Properties,
}

/// Values of partition columns, in the order written: `(dt = '2020-01-01', region = 'us-east-1')`.
pub type PartitionValues = Vec<(String, String)>;

/// What `ALTER TABLE` changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TableChange {
    /// `ADD [IF NOT EXISTS] PARTITION (…) [LOCATION …] …`.
    AddPartitions {
        /// Whether existing partitions are no error.
        if_not_exists: bool,
        /// Each with the folder given for it.
        partitions: Vec<(PartitionValues, Option<String>)>,
    },
    /// `DROP [IF EXISTS] PARTITION (…), PARTITION (…)`.
    DropPartitions {
        /// Whether missing partitions are no error.
        if_exists: bool,
        /// The partitions.
        partitions: Vec<PartitionValues>,
    },
    /// `PARTITION (…) RENAME TO PARTITION (…)`.
    RenamePartition {
        /// The values it has.
        from: PartitionValues,
        /// The values it gets.
        to: PartitionValues,
    },
    /// `[PARTITION (…)] SET LOCATION '…'`.
    SetLocation {
        /// The partition, or the table itself.
        partition: Option<PartitionValues>,
        /// The folder.
        location: String,
    },
    /// `SET TBLPROPERTIES (…)`.
    SetProperties(Properties),
    /// `[PARTITION (…)] ADD COLUMNS (…)`.
    AddColumns(Vec<ColumnDefinition>),
    /// `[PARTITION (…)] REPLACE COLUMNS (…)`.
    ReplaceColumns(Vec<ColumnDefinition>),
    /// `CHANGE [COLUMN] from name type [COMMENT …] [FIRST | AFTER other]`.
    ChangeColumn {
        /// The column's name as it is.
        from: String,
        /// What it becomes.
        column: ColumnDefinition,
        /// Where it goes, where that is said.
        place: Option<ColumnPlace>,
    },
}

/// Where a changed column goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ColumnPlace {
    /// Before all others.
    First,
    /// Behind the column of this name.
    After(String),
}

/// What is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Show {
    /// `SHOW DATABASES | SCHEMAS [LIKE '…']`.
    Databases {
        /// A pattern of Hive's: `*` for any text and `|` for a choice.
        pattern: Option<String>,
    },
    /// `SHOW TABLES [IN d] ['…']`.
    Tables {
        /// The database, or the session's.
        database: Option<String>,
        /// A pattern of Hive's.
        pattern: Option<String>,
    },
    /// `SHOW VIEWS [IN d] [LIKE '…']`.
    Views {
        /// The database, or the session's.
        database: Option<String>,
        /// A pattern of Hive's.
        pattern: Option<String>,
    },
    /// `SHOW COLUMNS IN t [IN d]`.
    Columns(TableName),
    /// `SHOW PARTITIONS t`.
    Partitions(TableName),
    /// `SHOW CREATE TABLE t`.
    CreateTable(TableName),
    /// `SHOW CREATE VIEW v`.
    CreateView(TableName),
    /// `SHOW TBLPROPERTIES t [('key')]`.
    TableProperties {
        /// The table.
        table: TableName,
        /// The one property asked for.
        key: Option<String>,
    },
}

/// `DESCRIBE [EXTENDED | FORMATTED] t [PARTITION (…)] [column]`, and `DESCRIBE VIEW v`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Describe {
    /// The table or view.
    pub table: TableName,
    /// How much is told.
    pub detail: DescribeDetail,
    /// The partition asked about.
    pub partition: Option<PartitionValues>,
    /// The column asked about: its name, then the names of fields within it.
    pub column: Vec<String>,
    /// Whether the statement says `VIEW`.
    pub view: bool,
}

/// How much `DESCRIBE` tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DescribeDetail {
    /// The columns.
    Columns,
    /// `EXTENDED`.
    Extended,
    /// `FORMATTED`.
    Formatted,
}

/// The name of a table or view, with as much before it as was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TableName {
    /// `awsdatacatalog`, where written.
    pub catalog: Option<String>,
    /// The database, where written.
    pub database: Option<String>,
    /// The table.
    pub table: String,
    /// Line and column of the name in its script.
    #[serde(skip)]
    pub at: Option<(u64, u64)>,
}

impl TableName {
    /// A name without catalog, database or place.
    pub fn bare(table: &str) -> TableName {
        TableName { catalog: None, database: None, table: table.to_lowercase(), at: None }
    }
}

impl fmt::Display for TableName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for part in [&self.catalog, &self.database].into_iter().flatten() {
            write!(f, "{part}.")?;
        }
        f.write_str(&self.table)
    }
}

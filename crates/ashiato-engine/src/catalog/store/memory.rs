//! A catalog that lives as long as its session.

use super::{CatalogStore, Database, Partition, Table, changed, exists, missing};
use crate::catalog::{DEFAULT_DATABASE, PreparedStatement, QualifiedName};
use crate::error::Error;
use async_trait::async_trait;
use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};
use std::sync::{RwLock, RwLockReadGuard, RwLockWriteGuard};

/// Keeps a catalog in memory.
#[derive(Debug)]
pub struct MemoryStore {
    state: RwLock<State>,
}

#[derive(Debug, Default)]
struct State {
    databases: BTreeMap<String, KeptDatabase>,
    prepared: BTreeMap<String, PreparedStatement>,
}

#[derive(Debug, Default)]
struct KeptDatabase {
    database: Database,
    tables: BTreeMap<String, KeptTable>,
}

#[derive(Debug)]
struct KeptTable {
    table: Table,
    partitions: BTreeMap<Vec<String>, Partition>,
}

impl Default for MemoryStore {
    /// A catalog with the default database and nothing in it.
    fn default() -> MemoryStore {
        let database = Database { name: DEFAULT_DATABASE.to_string(), ..Database::default() };
        let kept = KeptDatabase { database, tables: BTreeMap::new() };
        let databases = BTreeMap::from([(DEFAULT_DATABASE.to_string(), kept)]);
        MemoryStore { state: RwLock::new(State { databases, prepared: BTreeMap::new() }) }
    }
}

impl MemoryStore {
    fn read(&self) -> RwLockReadGuard<'_, State> {
        self.state.read().expect("no operation panics while it holds the catalog")
    }

    fn write(&self) -> RwLockWriteGuard<'_, State> {
        self.state.write().expect("no operation panics while it holds the catalog")
    }
}

impl State {
    fn database_mut(&mut self, name: &str) -> Result<&mut KeptDatabase, Error> {
        self.databases.get_mut(name).ok_or_else(|| missing("database", name))
    }

    fn table(&self, name: &QualifiedName) -> Option<&KeptTable> {
        self.databases.get(&name.database)?.tables.get(&name.table)
    }

    fn table_mut(&mut self, name: &QualifiedName) -> Result<&mut KeptTable, Error> {
        let tables = &mut self.database_mut(&name.database)?.tables;
        tables.get_mut(&name.table).ok_or_else(|| missing("table", name))
    }
}

#[async_trait]
impl CatalogStore for MemoryStore {
    async fn databases(&self) -> Result<Vec<Database>, Error> {
        Ok(self.read().databases.values().map(|kept| kept.database.clone()).collect())
    }

    async fn database(&self, name: &str) -> Result<Option<Database>, Error> {
        Ok(self.read().databases.get(name).map(|kept| kept.database.clone()))
    }

    async fn create_database(&self, database: Database) -> Result<(), Error> {
        match self.write().databases.entry(database.name.clone()) {
            Entry::Occupied(taken) => Err(exists("database", taken.key())),
            Entry::Vacant(free) => {
                free.insert(KeptDatabase { database, tables: BTreeMap::new() });
                Ok(())
            }
        }
    }

    async fn update_database(&self, database: Database) -> Result<(), Error> {
        self.write().database_mut(&database.name)?.database = database.clone();
        Ok(())
    }

    async fn delete_database(&self, name: &str) -> Result<(), Error> {
        self.write().databases.remove(name).map(drop).ok_or_else(|| missing("database", name))
    }

    async fn tables(&self, database: &str) -> Result<Vec<Table>, Error> {
        let state = self.read();
        let kept = state.databases.get(database).map(|database| database.tables.values());
        Ok(kept.into_iter().flatten().map(|kept| kept.table.clone()).collect())
    }

    async fn table(&self, name: &QualifiedName) -> Result<Option<Table>, Error> {
        Ok(self.read().table(name).map(|kept| kept.table.clone()))
    }

    async fn create_table(&self, table: Table) -> Result<(), Error> {
        let mut state = self.write();
        match state.database_mut(&table.database)?.tables.entry(table.name.clone()) {
            Entry::Occupied(_) => Err(exists("table", table.qualified_name())),
            Entry::Vacant(free) => {
                free.insert(KeptTable { table: Table { version: 0, ..table }, partitions: BTreeMap::new() });
                Ok(())
            }
        }
    }

    async fn update_table(&self, table: Table) -> Result<(), Error> {
        let name = table.qualified_name();
        let mut state = self.write();
        let kept = state.table_mut(&name)?;
        if kept.table.version != table.version {
            return Err(changed(&name));
        }
        kept.table = Table { version: table.version + 1, ..table };
        Ok(())
    }

    async fn delete_table(&self, name: &QualifiedName) -> Result<(), Error> {
        let mut state = self.write();
        let tables = &mut state.database_mut(&name.database)?.tables;
        tables.remove(&name.table).map(drop).ok_or_else(|| missing("table", name))
    }

    async fn partitions(&self, table: &QualifiedName) -> Result<Vec<Partition>, Error> {
        let state = self.read();
        let kept = state.table(table).map(|table| table.partitions.values());
        Ok(kept.into_iter().flatten().cloned().collect())
    }

    async fn partition(&self, table: &QualifiedName, values: &[String]) -> Result<Option<Partition>, Error> {
        Ok(self.read().table(table).and_then(|kept| kept.partitions.get(values)).cloned())
    }

    async fn create_partitions(&self, table: &QualifiedName, partitions: Vec<Partition>) -> Result<(), Error> {
        let mut state = self.write();
        let kept = state.table_mut(table)?;
        let mut added = BTreeSet::new();
        let is_taken = |values: &Vec<String>| kept.partitions.contains_key(values);
        if let Some(taken) = partitions.iter().find(|new| is_taken(&new.values) || !added.insert(&new.values)) {
            return Err(exists("partition", taken.values.join("/")));
        }
        kept.partitions.extend(partitions.into_iter().map(|partition| (partition.values.clone(), partition)));
        Ok(())
    }

    async fn update_partition(
        &self,
        table: &QualifiedName,
        values: &[String],
        partition: Partition,
    ) -> Result<(), Error> {
        let mut state = self.write();
        let partitions = &mut state.table_mut(table)?.partitions;
        if !partitions.contains_key(values) {
            return Err(missing("partition", values.join("/")));
        }
        if partition.values != values && partitions.contains_key(&partition.values) {
            return Err(exists("partition", partition.values.join("/")));
        }
        partitions.remove(values);
        partitions.insert(partition.values.clone(), partition);
        Ok(())
    }

    async fn delete_partitions(&self, table: &QualifiedName, values: &[Vec<String>]) -> Result<(), Error> {
        let mut state = self.write();
        let partitions = &mut state.table_mut(table)?.partitions;
        for values in values {
            partitions.remove(values);
        }
        Ok(())
    }

    async fn prepared_statements(&self) -> Result<Vec<PreparedStatement>, Error> {
        Ok(self.read().prepared.values().cloned().collect())
    }

    async fn prepared_statement(&self, name: &str) -> Result<Option<PreparedStatement>, Error> {
        Ok(self.read().prepared.get(name).cloned())
    }

    async fn put_prepared_statement(&self, statement: PreparedStatement) -> Result<(), Error> {
        self.write().prepared.insert(statement.name.clone(), statement);
        Ok(())
    }

    async fn delete_prepared_statement(&self, name: &str) -> Result<(), Error> {
        self.write().prepared.remove(name).map(drop).ok_or_else(|| missing("prepared statement", name))
    }
}

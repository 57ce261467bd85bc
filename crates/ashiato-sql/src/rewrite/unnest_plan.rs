//! UNNEST, planned onto DataFusion's own node once the types of what is unnested are known.
//!
//! The plan is: all columns of what stands before, with the lists beside them; those lists unnested together, the
//! shorter padded with NULL; then the elements under the alias's names. A map gives two lists, and an array of rows is
//! spread into its fields.

use super::positions::positions;
use super::unnest::WITH_ORDINALITY;
use arrow::datatypes::DataType;
use datafusion::common::{Column, NullHandling, Result, TableReference, UnnestOptions, plan_err};

use datafusion::functions::core::expr_fn::get_field;
use datafusion::functions_nested::expr_fn::{map_keys, map_values};
use datafusion::logical_expr::planner::{PlannedRelation, RelationPlanner, RelationPlannerContext, RelationPlanning};
use datafusion::logical_expr::{Expr, ExprSchemable, LogicalPlan, LogicalPlanBuilder, col};
use sqlparser::ast::{self, NullInclusion, TableAlias, TableFactor};

/// Plans UNNEST, and the carrier that [`super::unnest`] makes of it.
#[derive(Debug)]
pub struct UnnestPlanner;

impl RelationPlanner for UnnestPlanner {
    fn plan_relation(
        &self,
        relation: TableFactor,
        context: &mut dyn RelationPlannerContext,
    ) -> Result<RelationPlanning> {
        let (input, unnest) = match relation {
            TableFactor::Unpivot { table, value: ast::Expr::Tuple(arrays), name, null_inclusion, alias, .. }
                if ["", WITH_ORDINALITY].contains(&name.value.as_str()) =>
            {
                let keeps_all = null_inclusion == Some(NullInclusion::IncludeNulls);
                let with_ordinality = name.value == WITH_ORDINALITY;
                (context.plan(*table)?, Unnest { arrays, with_ordinality, keeps_all, alias })
            }
            TableFactor::UNNEST { alias, array_exprs: arrays, with_ordinality, .. } => {
                let one_row = LogicalPlanBuilder::empty(true).build()?;
                (one_row, Unnest { arrays, with_ordinality, keeps_all: false, alias })
            }
            other => return Ok(RelationPlanning::Original(Box::new(other))),
        };
        let plan = unnest.plan(input, context)?;
        Ok(RelationPlanning::Planned(Box::new(PlannedRelation::new(plan, None))))
    }
}

struct Unnest {
    arrays: Vec<ast::Expr>,
    with_ordinality: bool,
    /// Whether a row whose lists are all NULL or empty stays, as LEFT JOIN asks.
    keeps_all: bool,
    alias: Option<TableAlias>,
}

/// A list to unnest, and the names of its element's fields where it is spread.
struct List {
    list: Expr,
    fields: Option<Vec<String>>,
}

impl Unnest {
    fn plan(mut self, input: LogicalPlan, context: &mut dyn RelationPlannerContext) -> Result<LogicalPlan> {
        let mut lists = Vec::new();
        for array in std::mem::take(&mut self.arrays) {
            let array = context.sql_to_expr(array, input.schema())?;
            lists.extend(lists_of(array, &input)?);
        }
        let names = self.column_names(&mut lists)?;
        if self.with_ordinality {
            let longest = positions().call(lists.iter().map(|list| list.list.clone()).collect());
            lists.push(List { list: longest, fields: None });
        }
        let before: Vec<Expr> = input.schema().columns().into_iter().map(Expr::Column).collect();
        let unnested: Vec<String> = (0..lists.len()).map(|index| format!("$unnest{index}")).collect();
        let with_lists = lists.iter().zip(&unnested).map(|(list, name)| list.list.clone().alias(name));
        let columns = unnested.iter().map(Column::from_name).collect();
        let null_handling = if self.keeps_all { NullHandling::PreserveAndExpandEmpty } else { NullHandling::Drop };
        let options = UnnestOptions { null_handling, recursions: Vec::new() };
        let elements = lists.iter().zip(&unnested).flat_map(|(list, name)| elements(list, name));
        let relation = self.alias.as_ref().map(|alias| TableReference::bare(alias.name.value.as_str()));
        let named = elements.zip(names).map(|(element, name)| element.alias_qualified(relation.clone(), name));
        LogicalPlanBuilder::from(input)
            .project(before.iter().cloned().chain(with_lists))?
            .unnest_columns_with_options(columns, options)?
            .project(before.iter().cloned().chain(named))?
            .build()
    }

    /// The names of the columns: the alias's, or those of a row's fields.
    fn column_names(&self, lists: &mut [List]) -> Result<Vec<String>> {
        let given: Vec<String> = match &self.alias {
            Some(alias) => alias.columns.iter().map(|column| column.name.value.clone()).collect(),
            None => Vec::new(),
        };
        let ordinality = usize::from(self.with_ordinality);
        // One name for an array of rows names the row itself: an older form of Athena's that is still in use.
        if let [List { fields: fields @ Some(_), .. }] = lists
            && given.len() == 1 + ordinality
            && fields.as_ref().is_some_and(|fields| fields.len() != 1)
        {
            *fields = None;
        }
        let width: usize =
            lists.iter().map(|list| list.fields.as_ref().map_or(1, Vec::len)).sum::<usize>() + ordinality;
        if !given.is_empty() && given.len() != width {
            let alias = self.alias.as_ref().map_or("", |alias| alias.name.value.as_str());
            return plan_err!(
                "Column alias list has {} entries but '{alias}' has {width} columns available",
                given.len()
            );
        }
        if !given.is_empty() {
            return Ok(given);
        }
        let mut names: Vec<String> = Vec::with_capacity(width);
        for list in lists.iter() {
            match &list.fields {
                Some(fields) => names.extend(fields.iter().cloned()),
                None => names.push(format!("$col{}", names.len())),
            }
        }
        if self.with_ordinality {
            names.push("ordinality".to_string());
        }
        Ok(names)
    }
}

fn lists_of(array: Expr, input: &LogicalPlan) -> Result<Vec<List>> {
    let data_type = array.get_type(input.schema())?;
    Ok(match &data_type {
        DataType::Map(..) => {
            vec![List { list: map_keys(array.clone()), fields: None }, List { list: map_values(array), fields: None }]
        }
        DataType::List(item) | DataType::LargeList(item) | DataType::FixedSizeList(item, _) => {
            let fields = match item.data_type() {
                DataType::Struct(fields) => Some(fields.iter().map(|field| field.name().clone()).collect()),
                _ => None,
            };
            vec![List { list: array, fields }]
        }
        _ => return plan_err!("Cannot unnest type: {data_type}"),
    })
}

fn elements(list: &List, name: &str) -> Vec<Expr> {
    let element = || col(Column::from_name(name));
    match &list.fields {
        Some(fields) => fields.iter().map(|field| get_field(element(), field.as_str())).collect(),
        None => vec![element()],
    }
}

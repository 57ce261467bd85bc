# Every error that an operation of Athena, Glue and STS declares: provoked, or told why it cannot be. The lists of what is
# declared are botocore's models', so that none is forgotten. Begins with SERVED.
import botocore.session

ACCOUNT, NONE = "111122223333", "00000000-0000-0000-0000-000000000000"
# Errors that no request provokes by itself.
UNPROVOKED = {
    "InternalServerException": "the server's own fault",
    "InternalServiceException": "the server's own fault",
    "OperationTimeoutException": "nothing here takes so long",
    "GlueEncryptionException": "the catalog's documents are not encrypted",
    "FederationSourceException": "there are no federated catalogs",
    "FederationSourceRetryableException": "there are no federated catalogs",
    "FederatedResourceAlreadyExistsException": "there are no federated catalogs",
    "ResourceNotReadyException": "a table is ready as soon as it is there",
    "ResourceNumberLimitExceededException": "needs smaller quotas than AWS's: the test of the quotas",
    "TooManyRequestsException": "needs a queue that is full: the test of the queues",
    "RegionDisabledException": "no region is disabled",
    "ConflictException": "indexes of partitions are not kept",
    "InvalidContextAssertionException": "contexts of IAM Identity Center are refused as unsupported",
    "AccessDeniedException": "the administrator is denied nothing: the tests of policies",
    "ExpiredTokenException": "contexts of IAM Identity Center are refused as unsupported",
}
# The same of single operations.
LIMITS_ONLY = "all that could be invalid breaks a declared limit, which is a ValidationException"
ONE_AT_A_TIME = "changes of the catalog wait for each other"
TOLD_IN_ANSWER = "told in the answer, of each of the several"
FOUND_BY_TOKEN = "there is no token and no catalog to be wrong"
UNPROVOKED_OF = {
    **{("glue", name, "InvalidInputException"): LIMITS_ONLY for name in [
        "BatchCreatePartition", "BatchDeletePartition", "BatchDeleteTable", "BatchUpdatePartition", "CreateDatabase",
        "DeleteTable", "GetCatalog", "GetColumnStatisticsForTable", "GetDatabase", "GetPartitionIndexes", "GetTable",
        "GetTags", "GetUserDefinedFunctions", "UntagResource", "BatchDeleteTableVersion", "DeletePartition"]},
    **{("glue", name, "ConcurrentModificationException"): ONE_AT_A_TIME for name in [
        "BatchCreatePartition", "BatchDeletePartition", "BatchDeleteTable", "BatchUpdatePartition", "CreateDatabase",
        "CreateTable", "DeleteDatabase", "DeleteTable", "UpdateDatabase"]},
    ("glue", "BatchCreatePartition", "AlreadyExistsException"): TOLD_IN_ANSWER,
    ("glue", "BatchGetPartition", "InvalidStateException"): "values are compared as they are kept",
    ("glue", "GetCatalogs", "InvalidInputException"): FOUND_BY_TOKEN,
    ("glue", "GetCatalogs", "EntityNotFoundException"): FOUND_BY_TOKEN,
    ("glue", "UpdateDatabase", "AlreadyExistsException"): "to rename one is an InvalidInputException",
    ("glue", "UpdateTable", "AlreadyExistsException"): "to rename one is an InvalidInputException",
    ("athena", "ListDatabases", "MetadataException"): "the catalog that can be looked into is always there",
    ("sts", "GetFederationToken", "PackedPolicyTooLargeException"): LIMITS_ONLY,
    ("athena", "ListEngineVersions", "InvalidRequestException"): "beyond its limits, which are tried elsewhere",
}

athena, glue, sts = (client(service, parameter_validation=False) for service in ("athena", "glue", "sts"))
storage = {"Columns": [{"Name": "id", "Type": "int"}], "Location": "s3://results/t/"}
keys = [{"Name": "day", "Type": "string"}, {"Name": "hour", "Type": "int"}]
glue.create_database(DatabaseInput={"Name": "ops"})
glue.create_table(DatabaseName="ops", TableInput={"Name": "t", "StorageDescriptor": storage, "PartitionKeys": keys})
IN = dict(DatabaseName="ops", TableName="t")
part = lambda *values: {"Values": list(values), "StorageDescriptor": storage}
for hour in "12":
    glue.create_partition(PartitionInput=part("x", hour), **IN)
glue.update_table(DatabaseName="ops", TableInput={"Name": "t", "StorageDescriptor": storage, "PartitionKeys": keys})
athena.create_work_group(Name="team")
athena.create_work_group(Name="off", Configuration={"ResultConfiguration": {"OutputLocation": "s3://results/"}})
athena.update_work_group(WorkGroup="off", State="DISABLED")
athena.create_prepared_statement(StatementName="st", WorkGroup="team", QueryStatement="SELECT 1")
athena.create_data_catalog(Name="other", Type="HIVE", Parameters={"metadata-function": "f"})
athena.create_named_query(Name="n", Database="ops", QueryString="SELECT 1", ClientRequestToken="t" * 32)
failed = athena.start_query_execution(
    QueryString="SELECT * FROM missing", ResultConfiguration={"OutputLocation": "s3://results/"})["QueryExecutionId"]
while athena.get_query_execution(QueryExecutionId=failed)["QueryExecution"]["Status"]["State"] in ("QUEUED", "RUNNING"):
    pass

MISSING, INVALID, EXISTS = "EntityNotFoundException", "InvalidInputException", "AlreadyExistsException"
CHANGED, REQUEST = "ConcurrentModificationException", "InvalidRequestException"
NO_TABLE, NO_DATABASE = dict(DatabaseName="ops", TableName="none"), dict(DatabaseName="none", TableName="t")
OTHER_CATALOG = dict(CatalogId="999988887777")
TABLE = {"Name": "t", "StorageDescriptor": storage, "PartitionKeys": keys}
NO_ARN = f"arn:aws:glue:eu-north-1:{ACCOUNT}:database/none"
OPS_ARN = f"arn:aws:glue:eu-north-1:{ACCOUNT}:database/ops"
ENTRY = {"PartitionValueList": ["x", "1"], "PartitionInput": part("x", "1")}
OF_GLUE = [
    ("BatchCreatePartition", MISSING, dict(**NO_TABLE, PartitionInputList=[part("x", "9")])),
    ("BatchCreatePartition", MISSING, dict(**NO_DATABASE, PartitionInputList=[part("x", "9")])),
    ("BatchDeletePartition", MISSING, dict(**NO_TABLE, PartitionsToDelete=[{"Values": ["x", "1"]}])),
    ("BatchDeleteTable", MISSING, dict(DatabaseName="none", TablesToDelete=["t"])),
    ("BatchDeleteTableVersion", MISSING, dict(**NO_TABLE, VersionIds=["0"])),
    ("BatchGetPartition", MISSING, dict(**NO_TABLE, PartitionsToGet=[{"Values": ["x", "1"]}])),
    ("BatchGetPartition", INVALID, dict(**IN, PartitionsToGet=[{"Values": ["x"]}])),
    ("BatchUpdatePartition", MISSING, dict(**NO_TABLE, Entries=[ENTRY])),
    ("CreateDatabase", EXISTS, dict(DatabaseInput={"Name": "OPS"})),
    ("CreateDatabase", EXISTS, dict(DatabaseInput={"Name": "default"})),
    ("CreateDatabase", MISSING, dict(DatabaseInput={"Name": "new"}, **OTHER_CATALOG)),
    ("CreatePartition", EXISTS, dict(**IN, PartitionInput=part("x", "1"))),
    ("CreatePartition", MISSING, dict(**NO_TABLE, PartitionInput=part("x", "1"))),
    ("CreatePartition", INVALID, dict(**IN, PartitionInput=part("x"))),
    ("CreateTable", EXISTS, dict(DatabaseName="ops", TableInput={"Name": "T"})),
    ("CreateTable", MISSING, dict(DatabaseName="none", TableInput={"Name": "new"})),
    ("CreateTable", INVALID, dict(DatabaseName="ops")),
    ("DeleteDatabase", MISSING, dict(Name="none")),
    ("DeleteDatabase", INVALID, dict(Name="default")),
    ("DeletePartition", MISSING, dict(**IN, PartitionValues=["none", "1"])),
    ("DeletePartition", MISSING, dict(**NO_TABLE, PartitionValues=["x", "1"])),
    ("DeleteTable", MISSING, dict(DatabaseName="ops", Name="none")),
    ("DeleteTable", MISSING, dict(DatabaseName="none", Name="t")),
    ("DeleteTableVersion", MISSING, dict(**IN, VersionId="7")),
    ("DeleteTableVersion", INVALID, dict(**IN, VersionId="1")),
    ("DeleteTableVersion", INVALID, dict(**IN, VersionId="first")),
    ("GetCatalog", MISSING, OTHER_CATALOG),
    ("GetColumnStatisticsForTable", MISSING, dict(**NO_TABLE, ColumnNames=["id"])),
    ("GetDatabase", MISSING, dict(Name="none")),
    ("GetDatabases", MISSING, OTHER_CATALOG),
    ("GetDatabases", INVALID, dict(NextToken="?")),
    ("GetPartition", MISSING, dict(**IN, PartitionValues=["none", "1"])),
    ("GetPartition", INVALID, dict(**IN, PartitionValues=["x"])),
    ("GetPartitionIndexes", MISSING, NO_TABLE),
    ("GetPartitions", MISSING, NO_TABLE),
    ("GetPartitions", INVALID, dict(**IN, Expression="none = 1")),
    ("GetPartitions", INVALID, dict(**IN, Expression="day =")),
    ("GetPartitions", INVALID, dict(**IN, NextToken="?")),
    ("GetPartitions", INVALID, dict(**IN, Segment={"SegmentNumber": 2, "TotalSegments": 2})),
    ("GetPartitions", "InvalidStateException", dict(DatabaseName="ops", TableName="odd", Expression="hour > 1")),
    ("GetTable", MISSING, dict(DatabaseName="ops", Name="none")),
    ("GetTable", MISSING, dict(DatabaseName="none", Name="t")),
    ("GetTableVersion", MISSING, dict(**IN, VersionId="7")),
    ("GetTableVersion", MISSING, NO_TABLE),
    ("GetTableVersion", INVALID, dict(**IN, VersionId="first")),
    ("GetTableVersions", MISSING, NO_TABLE),
    ("GetTableVersions", INVALID, dict(**IN, NextToken="?")),
    ("GetTables", MISSING, dict(DatabaseName="none")),
    ("GetTables", INVALID, dict(DatabaseName="ops", NextToken="?")),
    ("GetTags", MISSING, dict(ResourceArn=NO_ARN)),
    ("GetUserDefinedFunctions", MISSING, dict(DatabaseName="none", Pattern="*")),
    ("SearchTables", INVALID, dict(NextToken="?")),
    ("SearchTables", INVALID, dict(Filters=[{"Key": "CreateTime", "Value": "soon"}])),
    ("TagResource", MISSING, dict(ResourceArn=NO_ARN, TagsToAdd={"a": "b"})),
    ("UntagResource", MISSING, dict(ResourceArn=NO_ARN, TagsToRemove=["a"])),
    ("UpdateDatabase", MISSING, dict(Name="none", DatabaseInput={"Name": "none"})),
    ("UpdateDatabase", INVALID, dict(Name="ops", DatabaseInput={"Name": "renamed"})),
    ("UpdatePartition", MISSING, dict(**IN, PartitionValueList=["none", "1"], PartitionInput=part("x", "1"))),
    ("UpdatePartition", INVALID, dict(**IN, PartitionValueList=["x", "1"], PartitionInput=part("x", "2"))),
    ("UpdateTable", MISSING, dict(DatabaseName="ops", TableInput={"Name": "none"})),
    ("UpdateTable", INVALID, dict(DatabaseName="ops", Name="t", TableInput={"Name": "renamed"})),
    ("UpdateTable", CHANGED, dict(DatabaseName="ops", TableInput=TABLE, VersionId="0")),
]
glue.tag_resource(ResourceArn=OPS_ARN, TagsToAdd={f"k{n}": "" for n in range(50)})
OF_GLUE.append(("TagResource", INVALID, dict(ResourceArn=OPS_ARN, TagsToAdd={"more": ""})))
odd = {"Name": "odd", "StorageDescriptor": storage, "PartitionKeys": keys[1:]}
glue.create_table(DatabaseName="ops", TableInput=odd)
glue.create_partition(DatabaseName="ops", TableName="odd", PartitionInput=part("many"))

NOT_FOUND, METADATA = "ResourceNotFoundException", "MetadataException"
OWN, TEAM = dict(CatalogName="AwsDataCatalog"), dict(WorkGroup="team")
NO_GROUP_ARN = f"arn:aws:athena:eu-north-1:{ACCOUNT}:workgroup/none"
TEAM_ARN = f"arn:aws:athena:eu-north-1:{ACCOUNT}:workgroup/team"
OUT = dict(ResultConfiguration={"OutputLocation": "s3://results/"})
BAD_TOKEN = dict(NextToken="?")
OF_ATHENA = [
    ("BatchGetNamedQuery", REQUEST, dict(NamedQueryIds=["x"] * 51)),
    ("BatchGetPreparedStatement", REQUEST, dict(PreparedStatementNames=["st"], WorkGroup="none")),
    ("BatchGetPreparedStatement", REQUEST, dict(PreparedStatementNames=["st"] * 51, WorkGroup="team")),
    ("BatchGetQueryExecution", REQUEST, dict(QueryExecutionIds=[])),
    ("CreateDataCatalog", REQUEST, dict(Name="other", Type="GLUE")),
    ("CreateDataCatalog", REQUEST, dict(Name="AwsDataCatalog", Type="GLUE")),
    ("CreateDataCatalog", REQUEST, dict(Name="fed", Type="FEDERATED")),
    ("CreateNamedQuery", REQUEST, dict(Name="n", Database="ops", QueryString="SELECT 1", WorkGroup="none")),
    ("CreateNamedQuery", REQUEST, dict(Name="n", Database="ops", QueryString="SELECT 2", ClientRequestToken="t" * 32)),
    ("CreatePreparedStatement", REQUEST, dict(StatementName="ST", WorkGroup="team", QueryStatement="SELECT 1")),
    ("CreatePreparedStatement", REQUEST, dict(StatementName="new", WorkGroup="none", QueryStatement="SELECT 1")),
    ("CreatePreparedStatement", REQUEST, dict(StatementName="new", WorkGroup="team", QueryStatement="SELEC 1")),
    ("CreatePreparedStatement", REQUEST, dict(StatementName="new", WorkGroup="team", QueryStatement="EXECUTE st")),
    ("CreateWorkGroup", REQUEST, dict(Name="team")),
    ("CreateWorkGroup", REQUEST, dict(Name="primary")),
    ("CreateWorkGroup", REQUEST, dict(Name="new", Tags=[{"Key": "a"}, {"Key": "a"}])),
    ("DeleteDataCatalog", REQUEST, dict(Name="none")),
    ("DeleteDataCatalog", REQUEST, dict(Name="AwsDataCatalog")),
    ("DeleteNamedQuery", REQUEST, dict(NamedQueryId=NONE)),
    ("DeletePreparedStatement", NOT_FOUND, dict(StatementName="none", **TEAM)),
    ("DeletePreparedStatement", REQUEST, dict(StatementName="st", WorkGroup="none")),
    ("DeleteWorkGroup", REQUEST, dict(WorkGroup="none")),
    ("DeleteWorkGroup", REQUEST, dict(WorkGroup="primary")),
    ("DeleteWorkGroup", REQUEST, TEAM),
    ("GetDataCatalog", REQUEST, dict(Name="none")),
    ("GetDatabase", METADATA, dict(**OWN, DatabaseName="none")),
    ("GetDatabase", REQUEST, dict(CatalogName="none", DatabaseName="ops")),
    ("GetDatabase", REQUEST, dict(CatalogName="other", DatabaseName="ops")),
    ("GetNamedQuery", REQUEST, dict(NamedQueryId=NONE)),
    ("GetPreparedStatement", NOT_FOUND, dict(StatementName="none", **TEAM)),
    ("GetPreparedStatement", REQUEST, dict(StatementName="st", WorkGroup="none")),
    ("GetQueryExecution", REQUEST, dict(QueryExecutionId=NONE)),
    ("GetQueryResults", REQUEST, dict(QueryExecutionId=NONE)),
    ("GetQueryResults", REQUEST, dict(QueryExecutionId=failed)),
    ("GetQueryRuntimeStatistics", REQUEST, dict(QueryExecutionId=NONE)),
    ("GetTableMetadata", METADATA, dict(**OWN, DatabaseName="ops", TableName="none")),
    ("GetTableMetadata", METADATA, dict(**OWN, DatabaseName="none", TableName="t")),
    ("GetTableMetadata", REQUEST, dict(CatalogName="none", DatabaseName="ops", TableName="t")),
    ("GetWorkGroup", REQUEST, dict(WorkGroup="none")),
    ("ListDataCatalogs", REQUEST, BAD_TOKEN),
    ("ListDatabases", REQUEST, dict(CatalogName="none")),
    ("ListDatabases", REQUEST, dict(**OWN, WorkGroup="none")),
    ("ListNamedQueries", REQUEST, dict(WorkGroup="none")),
    ("ListNamedQueries", REQUEST, BAD_TOKEN),
    ("ListPreparedStatements", REQUEST, dict(WorkGroup="none")),
    ("ListQueryExecutions", REQUEST, dict(WorkGroup="none")),
    ("ListTableMetadata", METADATA, dict(**OWN, DatabaseName="none")),
    ("ListTableMetadata", REQUEST, dict(**OWN, DatabaseName="ops", NextToken="?")),
    ("ListTagsForResource", NOT_FOUND, dict(ResourceARN=NO_GROUP_ARN)),
    ("ListTagsForResource", REQUEST, dict(ResourceARN="team")),
    ("ListWorkGroups", REQUEST, BAD_TOKEN),
    ("StartQueryExecution", REQUEST, dict(QueryString="SELEC 1", **OUT)),
    ("StartQueryExecution", REQUEST, dict(QueryString="SELECT 1", WorkGroup="none", **OUT)),
    ("StartQueryExecution", REQUEST, dict(QueryString="SELECT 1", WorkGroup="off", **OUT)),
    ("StartQueryExecution", REQUEST, dict(QueryString="SELECT 1")),
    ("StopQueryExecution", REQUEST, dict(QueryExecutionId=NONE)),
    ("TagResource", NOT_FOUND, dict(ResourceARN=NO_GROUP_ARN, Tags=[{"Key": "a"}])),
    ("TagResource", REQUEST, dict(ResourceARN=TEAM_ARN, Tags=[{"Key": "aws:a"}])),
    ("UntagResource", NOT_FOUND, dict(ResourceARN=NO_GROUP_ARN, TagKeys=["a"])),
    ("UntagResource", REQUEST, dict(ResourceARN="team", TagKeys=["a"])),
    ("UpdateDataCatalog", REQUEST, dict(Name="none", Type="GLUE")),
    ("UpdateNamedQuery", REQUEST, dict(NamedQueryId=NONE, Name="n", QueryString="SELECT 1")),
    ("UpdatePreparedStatement", NOT_FOUND, dict(StatementName="none", QueryStatement="SELECT 1", **TEAM)),
    ("UpdatePreparedStatement", REQUEST, dict(StatementName="st", QueryStatement="SELEC 1", **TEAM)),
    ("UpdateWorkGroup", REQUEST, dict(WorkGroup="none")),
    ("UpdateWorkGroup", REQUEST, dict(WorkGroup="team", ConfigurationUpdates={
        "BytesScannedCutoffPerQuery": 10_000_000, "RemoveBytesScannedCutoffPerQuery": True})),
]
ROLE = dict(RoleArn=f"arn:aws:iam::{ACCOUNT}:role/everybodys", RoleSessionName="session")
trusted = trust({"AWS": f"arn:aws:iam::{ACCOUNT}:root"})
client("iam").create_role(RoleName="everybodys", AssumeRolePolicyDocument=trusted)
LARGE = statement("s3:GetObject", [f"arn:aws:s3:::bucket{n}/*" for n in range(100)])
OF_STS = [
    ("AssumeRole", "MalformedPolicyDocument", dict(**ROLE, Policy="no policy")),
    ("AssumeRole", "PackedPolicyTooLarge", dict(**ROLE, Policy=LARGE)),
    ("AssumeRole", "AccessDenied", dict(ROLE, RoleArn=f"arn:aws:iam::{ACCOUNT}:role/none")),
    ("GetFederationToken", "MalformedPolicyDocument", dict(Name="fed", Policy="no policy")),
]
wrong, seen = [], set()
for service, calls, table in [("glue", glue, OF_GLUE), ("athena", athena, OF_ATHENA), ("sts", sts, OF_STS)]:
    for operation, expected, arguments in table:
        seen.add((service, operation, expected))
        try:
            getattr(calls, botocore.xform_name(operation))(**arguments)
            wrong.append((operation, arguments, "was not refused"))
        except ClientError as error:
            told = error.response["Error"]
            if told["Code"] != expected or not told["Message"]:
                wrong.append((operation, arguments, told))
    model = botocore.session.get_session().get_service_model(service)
    for operation, word in (line.split() for line in SERVED[service].splitlines()):
        if word == "refused":
            continue
        for shape in model.operation_model(operation).error_shapes:
            name = shape.metadata.get("error", {}).get("code", shape.name)
            is_told = (service, operation, name) in seen or shape.name in UNPROVOKED
            if not is_told and (service, operation, shape.name) not in UNPROVOKED_OF:
                wrong.append((service, operation, name, "is neither provoked nor told why not"))
assert not wrong, "\n".join(map(str, wrong))
print("passed")

"""The entities of the local Autotask with the fields they have on the wire.

Only tickets and their notes can be written here. The real API writes more, but this application
has no business there, so any attempt is refused as a wrong verb.
"""

from bcautotask_gui.sandbox.fields import ID, Entity, Field, many, picks, refs, text

TICKET = Entity(
    "Ticket",
    "Tickets",
    (
        *ID,
        Field("companyID", "integer", required=True, reference="Company"),
        Field("title", "string", length=255, required=True),
        Field("status", "integer", required=True, picklist=True),
        Field("priority", "integer", required=True, picklist=True),
        Field("ticketNumber", "string", length=50, read_only=True),
        *text("description:8000 resolution:32000 purchaseOrderNumber:50 externalID:50"),
        *text("rmmAlertID:50 changeInfoField1:8000 changeInfoField2:8000 changeInfoField3:8000"),
        *text("changeInfoField4:8000 changeInfoField5:8000"),
        *picks("queueID source issueType ticketCategory ticketType serviceLevelAgreementID"),
        Field("subIssueType", "integer", picklist=True, parent="issueType"),
        *refs("companyLocationID:CompanyLocation contactID:Contact contractID:Contract"),
        *refs("assignedResourceID:Resource assignedResourceRoleID:Role billingCodeID:BillingCode"),
        *refs("configurationItemID:ConfigurationItem problemTicketId:Ticket"),
        *many("integer", "organizationalLevelAssociationID opportunityID projectID apiVendorID"),
        *many("integer", "changeApprovalBoard changeApprovalStatus changeApprovalType"),
        *many("integer", "monitorID monitorTypeID rmaStatus rmaType"),
        *many("long", "contractServiceID contractServiceBundleID"),
        *many("double", "estimatedHours hoursToBeScheduled"),
        *many("boolean", "isVisibleToComanaged isAssignedToComanaged"),
        *many("datetime", "dueDateTime"),
        *many("datetime", "completedDate resolvedDateTime createDate", read_only=True),
        *many("datetime", "firstResponseDateTime firstResponseDueDateTime", read_only=True),
        *many("datetime", "resolutionPlanDateTime resolutionPlanDueDateTime", read_only=True),
        *many("datetime", "resolvedDueDateTime lastActivityDate", read_only=True),
        *many("datetime", "lastTrackedModificationDateTime", read_only=True),
        *many("datetime", "lastCustomerNotificationDateTime", read_only=True),
        *many("datetime", "lastCustomerVisibleActivityDateTime", read_only=True),
        *many("integer", "creatorResourceID createdByContactID", read_only=True),
        *many("integer", "completedByResourceID lastActivityResourceID", read_only=True),
        *many("integer", "impersonatorCreatorResourceID", read_only=True),
        *many("boolean", "serviceLevelAgreementHasBeenMet", read_only=True),
        Field("creatorType", "integer", read_only=True, queryable=False),
        Field("lastActivityPersonType", "integer", read_only=True, queryable=False),
    ),
    can_create=True,
    can_update=True,
)

TICKET_NOTE = Entity(
    "TicketNote",
    "TicketNotes",
    (
        *ID,
        Field("title", "string", length=250, required=True),
        Field("description", "string", length=32000, required=True),
        Field("noteType", "integer", required=True, picklist=True),
        Field("publish", "integer", required=True, picklist=True),
        Field("ticketID", "integer", read_only=True, reference="Ticket"),
        *many("datetime", "createDateTime lastActivityDate", read_only=True),
        *many("integer", "creatorResourceID createdByContactID", read_only=True),
        *many("integer", "impersonatorCreatorResourceID", read_only=True),
        *many("integer", "impersonatorUpdaterResourceID", read_only=True),
    ),
    can_create=True,
    can_update=True,
)

COMPANY = Entity(
    "Company",
    "Companies",
    (
        *ID,
        Field("companyName", "string", length=100, required=True),
        Field("companyType", "integer", required=True, picklist=True),
        Field("ownerResourceID", "integer", required=True, reference="Resource"),
        Field("phone", "string", length=25, required=True),
        *text("companyNumber:50 address1:128 address2:128 city:30 state:40 postalCode:10"),
        *text("webAddress:255 taxID:50"),
        *many("boolean", "isActive"),
        *refs("parentCompanyID:Company"),
        *many("integer", "countryID classification marketSegmentID territoryID currencyID"),
        *many("datetime", "createDate lastActivityDate", read_only=True),
        *many("datetime", "lastTrackedModifiedDateTime", read_only=True),
    ),
)

TIME_ENTRY = Entity(
    "TimeEntry",
    "TimeEntries",
    (
        *ID,
        Field("resourceID", "integer", required=True, reference="Resource"),
        *refs("ticketID:Ticket roleID:Role billingCodeID:BillingCode contractID:Contract"),
        *many("integer", "taskID internalBillingCodeID"),
        *many("datetime", "dateWorked startDateTime endDateTime"),
        *many("double", "hoursWorked hoursToBill offsetHours"),
        *many("boolean", "isNonBillable showOnInvoice"),
        *text("summaryNotes:32000 internalNotes:32000"),
        *many("integer", "timeEntryType creatorUserID lastModifiedUserID", read_only=True),
        *many("datetime", "createDateTime lastModifiedDateTime", read_only=True),
        *many("datetime", "billingApprovalDateTime", read_only=True),
    ),
)

RESOURCE = Entity(
    "Resource",
    "Resources",
    (
        *ID,
        *text("firstName:50 lastName:50 email:254 userName:32 title:50 resourceType:50"),
        *many("boolean", "isActive"),
        *many("integer", "licenseType locationID userType"),
        *many("long", "defaultServiceDeskRoleID"),
    ),
)

CONTACT = Entity(
    "Contact",
    "Contacts",
    (
        *ID,
        *refs("companyID:Company companyLocationID:CompanyLocation"),
        *text("firstName:50 lastName:50 emailAddress:254 phone:25 title:50 externalID:50"),
        *many("integer", "isActive"),
        *many("boolean", "primaryContact"),
        *many("datetime", "createDate lastActivityDate lastModifiedDate", read_only=True),
    ),
)

CONTRACT = Entity(
    "Contract",
    "Contracts",
    (
        *ID,
        *refs("companyID:Company contactID:Contact"),
        *text("contractName:100 contractNumber:50 description:2000"),
        *picks("contractType status"),
        *many("datetime", "startDate endDate"),
        *many("boolean", "isDefaultContract isCompliant"),
        *many("integer", "timeReportingRequiresStartAndStopTimes"),
    ),
)

TICKET_CATEGORY = Entity(
    "TicketCategory",
    "TicketCategories",
    (
        *ID,
        *text("name:30 nickname:3"),
        *many("boolean", "isActive isApiOnly isGlobalDefault"),
        *many("integer", "displayColorRGB"),
    ),
)

FIELD_DEFAULTS = Entity(
    "TicketCategoryFieldDefaults",
    "TicketCategoryFieldDefaults",
    (
        *ID,
        *refs("ticketCategoryID:TicketCategory"),
        *text("title:255 description:8000 resolution:32000 purchaseOrderNumber:50"),
        *many("integer", "issueTypeID subIssueTypeID priority queueID sourceID status"),
        *many("integer", "serviceLevelAgreementID ticketTypeID workTypeID"),
        *many("integer", "organizationalLevelAssociationID"),
        *many("double", "estimatedHours"),
    ),
)

TICKET_HISTORY = Entity(
    "TicketHistory",
    "TicketHistory",
    (
        *ID,
        *text("action:100 detail:8000"),
        *many("datetime", "date"),
        *refs("resourceID:Resource ticketID:Ticket"),
    ),
)

DELETED_TICKET_LOG = Entity(
    "DeletedTicketLog",
    "DeletedTicketLogs",
    (
        *ID,
        *text("ticketNumber:50 ticketTitle:255"),
        *many("integer", "ticketID deletedByResourceID"),
        *many("datetime", "deletedDateTime"),
    ),
)

ROLE = Entity(
    "Role", "Roles", (*ID, *text("name:200 description:200"), *many("boolean", "isActive"))
)

RESOURCE_ROLE = Entity(
    "ResourceServiceDeskRole",
    "ResourceServiceDeskRoles",
    (*ID, *refs("resourceID:Resource roleID:Role"), *many("boolean", "isActive isDefault")),
)

BILLING_CODE = Entity(
    "BillingCode",
    "BillingCodes",
    (
        *ID,
        *text("name:200 description:500"),
        *many("integer", "useType billingCodeType"),
        *many("boolean", "isActive"),
    ),
)

COMPANY_LOCATION = Entity(
    "CompanyLocation",
    "CompanyLocations",
    (*ID, *refs("companyID:Company"), *text("name:100 city:50"), *many("boolean", "isActive")),
)

CONFIGURATION_ITEM = Entity(
    "ConfigurationItem",
    "ConfigurationItems",
    (
        *ID,
        *refs("companyID:Company contractID:Contract"),
        *text("referenceTitle:200 referenceNumber:100 serialNumber:100"),
        *many("boolean", "isActive"),
    ),
)

ENTITIES = (
    TICKET,
    TICKET_NOTE,
    COMPANY,
    TIME_ENTRY,
    RESOURCE,
    CONTACT,
    CONTRACT,
    TICKET_CATEGORY,
    FIELD_DEFAULTS,
    TICKET_HISTORY,
    DELETED_TICKET_LOG,
    ROLE,
    RESOURCE_ROLE,
    BILLING_CODE,
    COMPANY_LOCATION,
    CONFIGURATION_ITEM,
)
COLLECTION_OF = {entity.name: entity.collection for entity in ENTITIES}
BY_COLLECTION = {entity.collection: entity for entity in ENTITIES}

# Writes an abbreviated cube out: first the types that properties imply, then the values that stand at a dataset or slice and hold
# for each observation in it. After the recommendation's section "Normalization algorithm", in our own words.
PREFIX qb: <http://purl.org/linked-data/cube#>
INSERT { ?dataset a qb:DataSet . ?observation a qb:Observation } WHERE { ?observation qb:dataSet ?dataset } ;
INSERT { ?slice a qb:Slice } WHERE { ?dataset qb:slice ?slice } ;
INSERT { ?observation a qb:Observation } WHERE { ?slice qb:observation ?observation } ;
INSERT { ?component qb:componentProperty ?property . ?property a qb:DimensionProperty } WHERE { ?component qb:dimension ?property } ;
INSERT { ?component qb:componentProperty ?property . ?property a qb:MeasureProperty } WHERE { ?component qb:measure ?property } ;
INSERT { ?component qb:componentProperty ?property . ?property a qb:AttributeProperty } WHERE { ?component qb:attribute ?property } ;

# What is attached to the dataset
INSERT { ?observation ?property ?value } WHERE {
  ?dataset qb:structure/qb:component ?component ; ?property ?value .
  ?component qb:componentAttachment qb:DataSet ; qb:componentProperty ?property .
  ?observation qb:dataSet ?dataset
} ;
# What is attached to a slice
INSERT { ?observation ?property ?value } WHERE {
  ?dataset qb:structure/qb:component ?component ; qb:slice ?slice .
  ?component qb:componentAttachment qb:Slice ; qb:componentProperty ?property .
  ?slice ?property ?value ; qb:observation ?observation
} ;
# Dimensions that a slice fixes
INSERT { ?observation ?dimension ?value } WHERE {
  ?dataset qb:structure/qb:component/qb:componentProperty ?dimension ; qb:slice ?slice .
  ?dimension a qb:DimensionProperty .
  ?slice ?dimension ?value ; qb:observation ?observation
}

namespace PolicySearch.Extraction.Tagging;

/// <summary>The type of a mention or tag.</summary>
public enum MentionType
{
    /// <summary>A year or a span of years.</summary>
    Year,

    /// <summary>A ministry or cabinet-level office.</summary>
    Ministry,

    /// <summary>Any other public body.</summary>
    Agency,

    /// <summary>Every other named body.</summary>
    Organisation,

    /// <summary>A named person.</summary>
    Person,

    /// <summary>A named country, region, city or district.</summary>
    Place,

    /// <summary>A named policy instrument.</summary>
    Programme,
}

namespace PolicySearch.Extraction.Tagging.Words;

/// <summary>How a Chinese text is written.</summary>
internal enum ChineseScript
{
    /// <summary>As in mainland China and Singapore.</summary>
    Simplified,

    /// <summary>As in Taiwan and Hong Kong.</summary>
    Traditional,
}

namespace PolicySearch.Engine.Facets;

/// <summary>Finds a number by its place in the order of all without sorting them.</summary>
/// <remarks>Hoare, "Algorithm 65: Find" (1961).</remarks>
internal static class Selection
{
    /// <summary>The number of which <paramref name="rank"/> - 1 others are at least as great and the rest are not greater.</summary>
    /// <param name="numbers">The numbers; their order changes.</param>
    /// <param name="rank">1 for the greatest.</param>
    public static int Greatest(Span<int> numbers, int rank)
    {
        var (low, high, wanted) = (0, numbers.Length - 1, rank - 1);
        while (low < high)
        {
            var pivot = numbers[(int)(((uint)low + (uint)high) / 2)];
            var (left, right) = (low, high);
            while (left <= right)
            {
                while (numbers[left] > pivot)
                {
                    left++;
                }

                while (numbers[right] < pivot)
                {
                    right--;
                }

                if (left <= right)
                {
                    (numbers[left], numbers[right]) = (numbers[right], numbers[left]);
                    left++;
                    right--;
                }
            }

            if (wanted <= right)
            {
                high = right;
            }
            else if (wanted >= left)
            {
                low = left;
            }
            else
            {
                break;
            }
        }

        return numbers[wanted];
    }
}

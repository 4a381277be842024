using System.Runtime.InteropServices;

namespace Isnad.Archive.Fusion;

/// <summary>Numbers for things that recur.</summary>
internal sealed class Numbered<T> where T : notnull
{
    private readonly Dictionary<T, int> numbers = [];
    private readonly List<T> things = [];

    public IReadOnlyList<T> All => things;

    public T this[int number] => things[number];

    public int Of(T thing)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, thing, out var isKnown);
        if (!isKnown)
        {
            number = things.Count;
            things.Add(thing);
        }

        return number;
    }

    /// <summary>The numbers in the order of what they stand for.</summary>
    public int[] InOrder(IComparer<T> comparer) => [.. Enumerable.Range(0, things.Count).OrderBy(number => things[number], comparer)];

    public void Clear()
    {
        numbers.Clear();
        things.Clear();
    }
}

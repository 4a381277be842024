namespace Isnad.Training.Clusters;

/// <summary>
/// Groups words by the company they keep: the exchange algorithm on a class bigram model (S. Martin, J. Liermann, H. Ney,
/// «Algorithms for bigram and trigram word clustering», Speech Communication 24, 1998). Each word in turn moves to the class
/// that raises the likelihood of the text most. Deterministic: words start in classes by frequency rank.
/// </summary>
internal sealed class ExchangeClustering
{
    private readonly BigramCounts counts;
    private readonly int classes;
    private readonly int[] classOf;

    // Bigrams of classes, by the first class and by the second, so that one pass over the candidates reads memory in order.
    private readonly int[][] following;
    private readonly int[][] preceding;
    private readonly double[] gains;
    private readonly long[] left;
    private readonly long[] right;
    private readonly double[] logTable = new double[1 << 20];

    public ExchangeClustering(BigramCounts counts, int classes)
    {
        this.counts = counts;
        this.classes = classes;
        classOf = new int[counts.Vocabulary.Length];
        following = [.. Enumerable.Range(0, classes).Select(_ => new int[classes])];
        preceding = [.. Enumerable.Range(0, classes).Select(_ => new int[classes])];
        gains = new double[classes];
        left = new long[classes];
        right = new long[classes];
        for (var n = 1; n < logTable.Length; n++)
        {
            logTable[n] = n * Math.Log(n);
        }

        // Class 0 is the sentence end's alone.
        for (var word = 1; word < classOf.Length; word++)
        {
            classOf[word] = 1 + ((word - 1) % (classes - 1));
        }

        for (var word = 0; word < classOf.Length; word++)
        {
            foreach (var (next, count) in counts.Next[word])
            {
                Count(classOf[word], classOf[next], count);
                left[classOf[word]] += count;
                right[classOf[next]] += count;
            }
        }
    }

    /// <summary>Runs until few words move or the rounds are used up; returns the class of each word.</summary>
    public int[] Run(int rounds, Action<int, int> report)
    {
        for (var round = 1; round <= rounds; round++)
        {
            var moved = 0;
            for (var word = 1; word < classOf.Length; word++)
            {
                moved += Exchange(word) ? 1 : 0;
            }

            report(round, moved);
            if (moved < classOf.Length / 200)
            {
                break;
            }
        }

        return classOf;
    }

    private bool Exchange(int word)
    {
        var (after, afterTotal) = Neighbours(counts.Next[word], word);
        var (before, beforeTotal) = Neighbours(counts.Previous[word], word);
        var self = counts.Next[word].FirstOrDefault(n => n.Word == word).Count;
        var old = classOf[word];
        Shift(word, old, after, before, self, -1);
        Weigh(after, before, afterTotal + self, beforeTotal + self, self);
        var best = old;
        var bestGain = double.NegativeInfinity;
        for (var candidate = 1; candidate < classes; candidate++)
        {
            if (gains[candidate] > bestGain + 1e-9 || (candidate == old && gains[candidate] > bestGain - 1e-9))
            {
                (best, bestGain) = (candidate, gains[candidate]);
            }
        }

        Shift(word, best, after, before, self, 1);
        classOf[word] = best;
        return best != old;
    }

    private (List<(int Class, int Count)> Sums, long Total) Neighbours((int Word, int Count)[] words, int self)
    {
        var sums = new int[classes];
        long total = 0;
        foreach (var (word, count) in words)
        {
            if (word != self)
            {
                sums[classOf[word]] += count;
                total += count;
            }
        }

        var list = new List<(int, int)>();
        for (var c = 0; c < classes; c++)
        {
            if (sums[c] > 0)
            {
                list.Add((c, sums[c]));
            }
        }

        return (list, total);
    }

    // Change of Σ n(g,h) log n(g,h) − Σ n(g) log n(g) − Σ n(h) log n(h) if the word joined each class.
    private void Weigh(List<(int Class, int Count)> after, List<(int Class, int Count)> before, long asLeft, long asRight, int self)
    {
        Array.Clear(gains);
        var own = new int[classes];
        Array.Fill(own, self);
        foreach (var (other, count) in after)
        {
            AddGains(preceding[other], other, count);
            own[other] += count;
        }

        foreach (var (other, count) in before)
        {
            AddGains(following[other], other, count);
            own[other] += count;
        }

        for (var c = 0; c < classes; c++)
        {
            var inner = following[c][c];
            gains[c] += Log(inner + own[c]) - Log(inner) - (Log(left[c] + asLeft) - Log(left[c])) - (Log(right[c] + asRight) - Log(right[c]));
        }
    }

    private void AddGains(int[] row, int other, int count)
    {
        // What the word has beside members of the class that it joins counts once, for both sides together.
        var kept = gains[other];
        for (var c = 0; c < row.Length; c++)
        {
            gains[c] += Log(row[c] + count) - Log(row[c]);
        }

        gains[other] = kept;
    }

    private void Shift(int word, int into, List<(int Class, int Count)> after, List<(int Class, int Count)> before, int self, int sign)
    {
        foreach (var (other, count) in after)
        {
            Count(into, other, sign * count);
            left[into] += sign * count;
        }

        foreach (var (other, count) in before)
        {
            Count(other, into, sign * count);
            right[into] += sign * count;
        }

        Count(into, into, sign * self);
        left[into] += sign * self;
        right[into] += sign * self;
    }

    private void Count(int first, int second, int count)
    {
        following[first][second] += count;
        preceding[second][first] += count;
    }

    private double Log(long n) => n < logTable.Length ? logTable[n] : n * Math.Log(n);
}

Console.WriteLine("policysearch");
